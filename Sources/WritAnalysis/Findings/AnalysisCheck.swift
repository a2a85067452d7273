import WritSemantics

/// One thing to look for: one file, one page, one test each.
///
/// Checks know nothing of one another and may run in any order. What they find they report in the order of the model.
public protocol AnalysisCheck {
    static func findings(in model: CheckedModel) -> [Finding]
}
