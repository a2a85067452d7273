/// What to say for one of libyaml's complaints.
struct YAMLProblem {
    var message: String
    var label = ""
    var help: String?
    /// What the thing being read is, shown where it began.
    var openingLabel: String?
    /// Whether the beginning is the place to look at, and not where the reader gave up.
    var pointsAtOpening = false
    /// Whether the key before the colon where the reader gave up is the place to look at.
    var pointsAtKey = false

    /// - Parameters:
    ///   - found: what stands where the reader gave up.
    ///   - isOwnLine: whether nothing but one key stands on the line before that.
    init(_ failure: YAMLFailure, found: String, isTab: Bool, isOwnLine: Bool) {
        message = Self.plainWords(failure.problem)
        openingLabel = Self.openingLabels[failure.context]
        if isTab {
            message = "a tab stands where YAML wants spaces"
            label = "a tab"
            help = "indent with spaces"
            return
        }
        switch failure.problem {
        case "mapping values are not allowed in this context" where isOwnLine:
            message = "this line is indented deeper than the one before, which already has a value"
            label = "a key cannot stand here"
            pointsAtKey = true
            help = "indent it like the other keys of its group"
        case "mapping values are not allowed in this context", "found unexpected ':'":
            message = "a `:` stands where no value can follow"
            label = "a second `:` in this line, or a wrong indentation"
            help = "put the text in quotes if the colon belongs to it, and start each key on a line of its own"
        case "block sequence entries are not allowed in this context":
            message = "a list item cannot start here"
            help = "start each `- item` on a line of its own"
        case "mapping keys are not allowed in this context":
            message = "a key cannot start here"
            help = "start each key on a line of its own"
        case "did not find expected key":
            message = "expected the next key, found \(found)"
            label = "does not fit the lines before it"
            help = "indent all keys of a group by the same number of spaces; put texts with quotes or commas in quotes"
        case "did not find expected '-' indicator":
            message = "expected the next `- item` of the list, found \(found)"
            label = "no item"
            help = "start every item with `- `, indented like the first"
        case "did not find expected ',' or ']'":
            message = "expected a comma or a closing bracket, found \(found)"
        case "did not find expected ',' or '}'":
            message = "expected a comma or a closing brace, found \(found)"
        case "did not find expected node content":
            message = "expected a value, found \(found)"
            label = "no value starts like this"
        case "did not find expected <document start>":
            message = "expected the end of the document, found \(found)"
            label = "the document was complete before this"
            help = "start another document with a line `---`, or put the text in quotes"
        default:
            describeScanning(failure.problem, failure.context, found)
        }
    }

    private mutating func describeScanning(_ problem: String, _ context: String, _ found: String) {
        switch problem {
        case "could not find expected ':'":
            message = "expected `:` after a key"
            label = "no `:` follows on this line"
            help = "write `key: value`, or indent the line to go on with the text before it"
            pointsAtOpening = true
        case "found character that cannot start any token":
            message = "no value can start with \(found)"
            label = "has a meaning of its own in YAML"
            help = "put the text in quotes"
        case "found unexpected end of stream", "found unexpected document indicator":
            message = "the text in quotes is never closed"
            label = "opened here"
            help = "close it with the quote it starts with"
            pointsAtOpening = true
        case "found unknown escape character":
            message = "a backslash is followed by something it does not escape"
            help = "write `\\\\` for a backslash, or use single quotes, in which it stands for itself"
        case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
            message = "this escape names no character"
        case "found undefined tag handle":
            message = "the tag is not declared"
            help = "remove it: the declared type of the fact says what the value is"
        case "did not find expected alphabetic or numeric character":
            message = context.contains("alias") ? "expected a name after `*`" : "expected a name after `&`"
            help = "put the text in quotes if it starts with `*` or `&`"
            pointsAtOpening = true
        case "did not find expected comment or line break":
            message = "expected the end of the line after `|` or `>`, found \(found)"
            help = "start the text on the next line, indented"
        case "found unknown directive name", "could not find expected directive name":
            message = "a line that starts with `%` is a directive, and YAML knows no such directive"
            pointsAtOpening = true
            help = "put the text in quotes"
        case "found incompatible YAML document":
            message = "only YAML 1.1 and 1.2 are read"
        default: break
        }
    }

    private static let openingLabels = [
        "while parsing a block mapping": "the group of fields starts here",
        "while parsing a block collection": "the list starts here",
        "while parsing a flow mapping": "the brace opened here",
        "while parsing a flow sequence": "the bracket opened here",
        "while scanning a quoted scalar": "the text starts here",
        "while scanning a block scalar": "the text starts here",
        "while scanning a plain scalar": "the text starts here",
    ]

    private static func plainWords(_ problem: String) -> String {
        let start = "did not find expected "
        return problem.hasPrefix(start) ? "expected " + problem.dropFirst(start.count) : problem
    }
}
