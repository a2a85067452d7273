import Foundation

/// The table of all figures, or of the sections that were asked for.
struct Report {
    enum Section: String, CaseIterable {
        case bound, json, tables, tablesAnalysis = "tables-analysis", meaning, loading, lists, explaining, allocations
        case command
    }

    private let sections: [Section]
    private let isJSON: Bool
    private let writ: String?

    init(_ arguments: [String]) {
        var arguments = arguments
        isJSON = arguments.contains("--json")
        arguments.removeAll { $0 == "--json" }
        if let option = arguments.firstIndex(of: "--writ"), option + 1 < arguments.count {
            writ = URL(fileURLWithPath: arguments[option + 1]).path
            arguments.removeSubrange(option...option + 1)
        } else {
            writ = nil
        }
        let named = arguments.map { name in
            guard let section = Section(rawValue: name) else {
                let all = Section.allCases.map(\.rawValue).joined(separator: ", ")
                Usage.fail("no section \(name); there are \(all)")
            }
            return section
        }
        sections = named.isEmpty ? Section.allCases : named
    }

    func print() throws {
        var table = FigureTable(isJSON: isJSON)
        for section in sections { try measure(section, &table) }
        try table.finish()
    }

    private func measure(_ section: Section, _ table: inout FigureTable) throws {
        switch section {
        case .bound: try BoundDecisions().measure(&table)
        case .json: try JSONDecisions().measure(&table)
        case .tables: try TableLookups().measure(&table)
        case .tablesAnalysis: try TableFindings().measure(&table)
        case .meaning: try Meanings().measure(&table)
        case .loading: try TableLookups().measureLoading(&table)
        case .lists: try ListDecisions().measure(&table)
        case .explaining: try Explanations().measure(&table)
        case .allocations: try Allocations().measure(&table)
        case .command:
            if let writ { try CommandRuns(writ: writ).measure(&table) }
        }
    }
}
