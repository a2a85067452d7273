import WritDiagnostics
import WritSource
import WritSyntax

/// Turns parsed policy files into a model with no names left to resolve.
public enum TypeChecker {
    /// Checks the files of a policy and of those it uses.
    ///
    /// - Parameters:
    ///   - units: the parsed files, in path order.
    ///   - name: the policy asked for; the first file's when it is nil.
    ///   - reportedUses: policies that some `use` names and that were looked for in vain, which was said where they were
    ///     looked for: nothing more is said of them here.
    ///   - tables: finds the file of a `table from "…"`; the path counts from the policy file's folder.
    public static func check(
        _ units: [PolicyUnit], name: String? = nil, reportedUses: Set<String> = [],
        tables: (_ path: String, _ from: SourceFile) -> SourceFile?
    ) -> CheckResult {
        // Chains of declarations and nested expressions are walked by recursion, on whatever thread a host compiles.
        DeepStack.run { checkOnThisStack(units, name, reportedUses, tables) }
    }

    private static func checkOnThisStack(
        _ units: [PolicyUnit], _ name: String?, _ reportedUses: Set<String>,
        _ tables: (_ path: String, _ from: SourceFile) -> SourceFile?
    ) -> CheckResult {
        withoutActuallyEscaping(tables) { find in
            let elaboration = Elaboration(model: CheckedModel(name: "", digest: ""))
            elaboration.reportedUses = reportedUses
            let files = TableFiles(elaboration: elaboration, find: find)
            DeclarationChecker(elaboration: elaboration, tables: files).check(units, name: name)
            elaboration.model.files = units.map(\.file) + files.files
            elaboration.model.lazyDigest = LazyDigest(of: units, tables: files.files)
            return result(of: elaboration)
        }
    }

    private static func result(of elaboration: Elaboration) -> CheckResult {
        let model = elaboration.model
        let sink = DiagnosticOrder(files: model.files, copies: elaboration.cellCopies).sorted(elaboration.sink)
        return CheckResult(model: sink.hasErrors ? nil : model, diagnostics: sink, partial: model)
    }
}
