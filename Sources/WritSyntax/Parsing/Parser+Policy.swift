/// The file, its header and imports.
extension Parser {
    mutating func parseFile() {
        let file = open()
        skipIgnored()
        contexts = [.declarations]
        parseHeader()
        contexts = []
        parseList(.declarations, .declarations) { $0.parseDeclaration() }
        parseEndOfFile()
        close(.file, file)
    }

    private mutating func parseHeader() {
        if !ListContext.declarations.begins(self) { _ = respell() }
        if at(.policy) { label(.header) { $0.parsePolicyHeader() } }
    }

    mutating func parsePolicyHeader() {
        let mark = open()
        eat(.policy)
        label(.name) { $0.parseQualifiedName("the name of the policy") }
        parseDoc()
        parseList(.policySettings, .settings) { $0.parsePolicySetting() }
        close(.policyHeader, mark)
    }

    mutating func parsePolicySetting() {
        switch kind() {
        case .timezone: parseZone(.timezoneSetting)
        case .default: parseCalendarSetting()
        default: parseLanguagesSetting()
        }
    }

    /// `TimezoneSetting` of a policy and `ZoneItem` of a calendar.
    mutating func parseZone(_ kind: SyntaxKind) {
        let mark = open()
        eat(.timezone)
        expectText(.zone, "a time zone such as `\"America/New_York\"`")
        close(kind, mark)
    }

    mutating func parseTimezoneSetting() { parseZone(.timezoneSetting) }

    mutating func parseCalendarSetting() {
        let mark = open()
        eat(.default)
        expect(.calendar, " and its name")
        expectName(.calendar, "the name of a calendar")
        close(.calendarSetting, mark)
    }

    mutating func parseLanguagesSetting() {
        let mark = open()
        eat(.languages)
        repeat { expectName(.languages, "a language such as `en`") } while consume(if: .comma)
        close(.languagesSetting, mark)
    }

    // MARK: - Declarations

    mutating func parseDeclaration() {
        switch kind() {
        case .use: parseUse()
        case .type: parseTypeDeclaration()
        case .record: parseRecordDeclaration()
        case .fact: parseFactDeclaration()
        case .param: parseParamDeclaration()
        case .define: parseDefineDeclaration()
        case .calendar: parseCalendarDeclaration()
        case .action: parseActionDeclaration()
        case .decision: parseDecisionDeclaration()
        case .extend: parseExtendDeclaration()
        case .always, .never: parsePromiseDeclaration()
        case .case: parseCaseDeclaration()
        case .test: parseTestDeclaration()
        default: parseSecondHeader()
        }
    }

    /// A header that is not at the top: kept whole, as something unexpected.
    private mutating func parseSecondHeader() {
        report(
            SyntaxCodes.unexpected, "a `policy` header stands once, at the top of its file", at: currentRange,
            help: "split the file, or delete the header")
        let mark = open()
        parsePolicyHeader()
        close(.unexpected, mark)
    }

    mutating func parseUse() {
        let mark = open()
        eat(.use)
        label(.name) { $0.parseQualifiedName("the name of a policy file") }
        close(.use, mark)
    }

    mutating func parseQualifiedName(_ what: String) {
        let mark = open()
        expectName(.parts, what)
        while consume(if: .dot) { expectName(.parts, "a name after `.`") }
        close(.qualifiedName, mark)
    }
}
