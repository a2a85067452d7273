/// A step of a workflow with commands to run, as the page shows it.
struct WorkflowStep: Sendable {
    var name: String
    var script: String

    /// Whether it needs what only the service has: its tokens, its events, the machine to install on.
    var needsService: Bool { script.contains("gh ") || script.contains("$GITHUB_PATH") }

    /// The `run:` steps of a workflow, in order. Reads YAML as the page lays it out: a step begins with `- name:`, and what it runs stands
    /// behind `run:` or, after `run: |`, in the lines further in.
    static func all(in workflow: String) -> [WorkflowStep] {
        var steps: [WorkflowStep] = []
        var name = ""
        var block: Int?
        for line in workflow.split(separator: "\n", omittingEmptySubsequences: false) {
            let margin = line.prefix { $0 == " " }.count
            let text = line.dropFirst(margin)
            if let indent = block, margin > indent {
                steps[steps.count - 1].script += line.dropFirst(indent + 2) + "\n"
                continue
            }
            block = nil
            if text.hasPrefix("- name: ") { name = String(text.dropFirst(8)) }
            guard text.hasPrefix("run: ") else { continue }
            steps.append(WorkflowStep(name: name, script: ""))
            if text == "run: |" { block = margin } else { steps[steps.count - 1].script = text.dropFirst(5) + "\n" }
        }
        return steps
    }
}
