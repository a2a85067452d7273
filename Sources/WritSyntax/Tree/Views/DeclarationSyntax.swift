/// `Declaration` of the grammar: what stands at the outermost level.
public enum DeclarationSyntax: SyntaxView {
    case use(UseSyntax)
    case type(TypeDeclarationSyntax)
    case record(RecordDeclarationSyntax)
    case fact(FactDeclarationSyntax)
    case param(ParamDeclarationSyntax)
    case define(DefineDeclarationSyntax)
    case calendar(CalendarDeclarationSyntax)
    case action(ActionDeclarationSyntax)
    case decision(DecisionDeclarationSyntax)
    case extend(ExtendDeclarationSyntax)
    case promise(PromiseDeclarationSyntax)
    case `case`(CaseDeclarationSyntax)
    case test(TestDeclarationSyntax)

    public var node: SyntaxNode {
        switch self {
        case .use(let view): view.node
        case .type(let view): view.node
        case .record(let view): view.node
        case .fact(let view): view.node
        case .param(let view): view.node
        case .define(let view): view.node
        case .calendar(let view): view.node
        case .action(let view): view.node
        case .decision(let view): view.node
        case .extend(let view): view.node
        case .promise(let view): view.node
        case .case(let view): view.node
        case .test(let view): view.node
        }
    }

    public init?(_ node: SyntaxNode) {
        switch node.kind {
        case .use: self = .use(UseSyntax(node)!)
        case .typeDeclaration: self = .type(TypeDeclarationSyntax(node)!)
        case .recordDeclaration: self = .record(RecordDeclarationSyntax(node)!)
        case .factDeclaration: self = .fact(FactDeclarationSyntax(node)!)
        case .paramDeclaration: self = .param(ParamDeclarationSyntax(node)!)
        case .defineDeclaration: self = .define(DefineDeclarationSyntax(node)!)
        case .calendarDeclaration: self = .calendar(CalendarDeclarationSyntax(node)!)
        case .actionDeclaration: self = .action(ActionDeclarationSyntax(node)!)
        case .decisionDeclaration: self = .decision(DecisionDeclarationSyntax(node)!)
        case .extendDeclaration: self = .extend(ExtendDeclarationSyntax(node)!)
        case .promiseDeclaration: self = .promise(PromiseDeclarationSyntax(node)!)
        case .caseDeclaration: self = .case(CaseDeclarationSyntax(node)!)
        case .testDeclaration: self = .test(TestDeclarationSyntax(node)!)
        default: return nil
        }
    }
}
