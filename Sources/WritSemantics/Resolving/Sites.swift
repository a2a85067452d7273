import WritSyntax

/// A declaration's syntax with the names around it.
struct Site<Syntax> {
    let syntax: Syntax
    let policy: Policy

    var globals: GlobalScope { policy.globals }
}

/// Where each declaration of the model stands, by the index of its ID; nil for what is built in.
struct Sites {
    var variants: [Site<TypeDeclarationSyntax>?] = []
    /// Declared records and the fields written below a fact.
    var records: [Site<[FieldSyntax]>?] = []
    var facts: [Site<FactDeclarationSyntax>?] = []
    var params: [Site<ParamDeclarationSyntax>] = []
    var defines: [Site<DefineDeclarationSyntax>] = []
    var calendars: [Site<CalendarDeclarationSyntax>] = []
    var actions: [Site<ActionDeclarationSyntax>] = []
    var decisions: [Site<DecisionDeclarationSyntax>] = []
    var promises: [Site<PromiseDeclarationSyntax>] = []
    /// Promises about two cases.
    var relations: [Site<PromiseDeclarationSyntax>] = []
    var cases: [Site<CaseDeclarationSyntax>] = []
    var tests: [Site<TestDeclarationSyntax>] = []
    var extensions: [Site<ExtendDeclarationSyntax>] = []
    /// The record made of the fields below a fact, by the fact.
    var inlineRecords: [FactID: RecordID] = [:]
}
