import WritEngine
import WritSemantics

@testable import WritAnalysis

/// Reads the words that tell which cases a change affects as a condition of the policy, and holds them against every case.
struct BruteForceRegions {
    /// The new version, whose words they are.
    let policies: BruteForcePolicies
    let facts: [FactSet]

    /// In how many regions each case is; nil where the words are none of the policy's.
    func hits(_ regions: [[String]]) -> [Int]? {
        let conditions = regions.map { $0.map(RegionWords.condition) }
        // Where words can be read in two ways, of days and of amounts, those that the policy takes are meant.
        let readings = conditions.map { parts -> [String] in
            parts.reduce([""]) { lines, readings in
                lines.flatMap { line in readings.map { line.isEmpty ? "(\($0))" : "\(line) and (\($0))" } }
            }
        }
        var models: [CheckedModel] = []
        for region in readings {
            guard let model = region.lazy.prefix(16).compactMap(model).first else { return nil }
            models.append(model)
        }
        return facts.indices.map { index in models.count { isIn(facts[index], $0) } }
    }

    private func model(_ condition: String) -> CheckedModel? {
        var asked = policies
        let text = "decision region_asked : boolean\n  first\n  otherwise \(condition.isEmpty ? "true" : condition)"
        asked.files[asked.files.count - 1].promises.append(text)
        return try? asked.model()
    }

    private func isIn(_ facts: FactSet, _ model: CheckedModel) -> Bool {
        let id = DecisionID(model.decisions.firstIndex { $0.heading.name == "region_asked" }!)
        let answer = ReferenceEvaluator(model, facts: facts).decide(id)
        return answer.outcome == .boolean(true)
    }
}

/// What a part of a region says, as the policy would write it.
enum RegionWords {
    /// All that it may mean.
    static func condition(_ part: String) -> [String] {
        if let (name, words) = split(part, " is one of ") { return ["\(name) in {\(words)}"] }
        if let (name, words) = split(part, " is none of ") { return ["\(name) not in {\(words)}"] }
        if let (left, rest) = split(part, " at most ") {
            guard let (amount, right) = split(rest, " more than ") else { return ["\(left) <= \(rest)"] }
            return ["\(left) - (\(right)) <= \(amount)", "\(left) <= \(amount) after \(right)"]
        }
        if let (left, rest) = split(part, " at least "), let (amount, right) = split(rest, " less than ") {
            return ["\(left) - (\(right)) <= -\(amount)", "\(left) <= \(amount) before \(right)"]
        }
        if let (left, right) = split(part, " less than ") { return ["\(left) < \(right)"] }
        if let (name, rest) = split(part, " from ") {
            if let (low, high) = split(rest, " to ") { return ["\(name) >= \(low) and \(name) <= \(high)"] }
            return ["\(name) >= \(rest)"]
        }
        if let (name, high) = split(part, " up to ") { return ["\(name) <= \(high)"] }
        return [part]
    }

    private static func split(_ text: String, _ words: String) -> (String, String)? {
        guard let range = text.range(of: words) else { return nil }
        return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
    }
}
