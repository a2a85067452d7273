import PageSupport
import Testing
import WritKit

/// Targets import only what is below them.
@Suite struct LayerTests {
    @Test func importsPointDownwards() throws {
        let layers = try Layers()
        for file in try SourceText.all() {
            for module in file.imports where layers.targets.contains(module) {
                #expect(
                    layers.allowed(for: file.target).contains(module),
                    "\(file.path) imports \(module), which docs/design/architecture.md does not draw below \(file.target)"
                )
            }
        }
    }

    @Test func whatComesFromOutsideHasOnePlace() throws {
        let layers = try Layers()
        for file in try SourceText.all() {
            for module in file.imports where !layers.targets.contains(module) && !module.hasPrefix("Foundation") {
                guard let owner = Layers.outside[module] else {
                    Issue.record("\(file.path) imports \(module), which docs/design/dependencies.md does not know")
                    continue
                }
                #expect(
                    owner == nil || owner == file.target,
                    "\(file.path) imports \(module), which only \(owner ?? "") does")
            }
        }
    }

    @Test func everyTargetIsDrawn() throws {
        let drawn = try Layers().targets
        let folders = try FileSystem.names(in: Repository.path("Sources")).filter { !Layers.outside.keys.contains($0) }
        #expect(Set(folders) == drawn, "docs/design/architecture.md draws other targets than Sources/ has")
    }
}
