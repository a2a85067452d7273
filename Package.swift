// swift-tools-version: 6.1
import PackageDescription

// The targets are the stages of the pipeline, dependencies strictly downwards (docs/design/architecture.md).
// CI turns warnings into errors; elsewhere a warning must not stop somebody else's build.
let strict: [SwiftSetting] = Context.environment["WRIT_STRICT"] == nil ? [] : [.unsafeFlags(["-warnings-as-errors"])]

// Swift's own library linked into the command: it starts in half the time, and runs where Swift is not installed. By lld,
// which is part of Swift's toolchain and has nothing to say of what Foundation would call if anybody asked it to. Toolchains
// without the static libraries need WRIT_SHARED_SWIFT=1. Only the command is linked so: other packages use Writ's
// libraries, and a package may use nothing that has unsafe flags.
let standalone: [LinkerSetting] =
    Context.environment["WRIT_SHARED_SWIFT"] != nil
    ? []
    : [
        .unsafeFlags(
            [
                "-static-stdlib", "-l_FoundationCShims", "-l_FoundationCollections", "-use-ld=lld", "-Xlinker",
                "--no-export-dynamic",
            ], .when(platforms: [.linux], configuration: .release))
    ]

func stage(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
    name: "writ",
    products: [
        .executable(name: "writ", targets: ["writ"]),
        .library(name: "WritKit", targets: ["WritKit"]),
        // The interface for other languages, include/writ.h; `make lib` builds it to stand by itself.
        .library(name: "writ-c", type: .dynamic, targets: ["WritC"]),
        // The stages by themselves, for Benchmarks/.
        .library(
            name: "WritStages",
            targets: [
                "WritSource", "WritDiagnostics", "WritValues", "WritSyntax", "WritSemantics", "WritEngine",
                "WritAnalysis",
                "WritFacts",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
    ],
    targets: [
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "CZoneData"),
        .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
        stage("WritSource", []),
        stage("WritDiagnostics", ["WritSource"]),
        stage("WritValues", ["CZoneData"]),
        stage("WritSyntax", ["WritDiagnostics", "WritSource"]),
        stage("WritSemantics", ["WritSyntax", "WritValues", "WritDiagnostics", "WritSource"]),
        stage("WritEngine", ["WritSemantics", "WritValues", "WritSource"]),
        stage("WritFacts", ["CLibYAML", "CSimdJSON", "WritSemantics", "WritValues", "WritDiagnostics", "WritSource"]),
        stage(
            "WritAnalysis",
            ["WritEngine", "WritSemantics", "WritSyntax", "WritValues", "WritDiagnostics", "WritSource"]),
        stage(
            "WritKit",
            [
                "WritAnalysis", "WritEngine", "WritFacts", "WritSemantics", "WritSyntax", "WritValues",
                "WritDiagnostics", "WritSource",
            ]),
        stage(
            "WritCommands",
            [
                "WritKit", "WritAnalysis", "WritFacts", "WritSemantics", "WritSyntax", "WritValues", "WritDiagnostics",
                "WritSource",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        stage("WritC", ["WritKit", "WritFacts", "WritSemantics", "WritDiagnostics", "WritSource"]),
        .executableTarget(
            name: "writ", dependencies: ["WritCommands"], swiftSettings: strict, linkerSettings: standalone),

        // A host in Swift as docs/embedding.md shows it; those in C and Python are beside it.
        .executableTarget(
            name: "returns-example", dependencies: ["WritKit"], path: "examples/swift", exclude: ["returns.expected"],
            swiftSettings: strict),

        .target(
            name: "WritTestSupport", dependencies: ["WritSemantics", "WritValues", "WritSource"],
            path: "Tests/WritTestSupport",
            swiftSettings: strict),
        tests("WritValuesTests", ["WritValues"]),
        tests("WritDiagnosticsTests", ["WritDiagnostics", "WritSource"]),
        tests("WritSyntaxTests", ["WritSyntax", "WritDiagnostics", "WritSource"]),
        tests("WritSemanticsTests", ["WritSemantics", "WritSyntax", "WritValues", "WritDiagnostics", "WritSource"]),
        tests("WritEngineTests", ["WritEngine", "WritTestSupport", "WritSemantics", "WritValues", "WritSource"]),
        tests(
            "WritAnalysisTests",
            [
                "WritAnalysis", "WritKit", "WritTestSupport", "WritEngine", "WritSemantics", "WritSyntax", "WritValues",
                "WritDiagnostics", "WritSource",
            ]),
        tests(
            "WritFactsTests",
            ["WritFacts", "WritSemantics", "WritSyntax", "WritValues", "WritDiagnostics", "WritSource"]),
        tests(
            "WritKitTests",
            [
                "WritKit", "WritAnalysis", "WritTestSupport", "WritEngine", "WritFacts", "WritSemantics", "WritValues",
                "WritDiagnostics", "WritSource",
            ]),
        // Bounded in counts and time; `make soak` runs it under the thread sanitizer.
        .testTarget(
            name: "SoakTests", dependencies: ["WritKit"], exclude: ["thread-sanitizer.suppressions"],
            swiftSettings: strict),
        tests("WritCommandsTests", ["WritCommands", "WritKit", "WritFacts", "WritDiagnostics", "WritSource"]),
        // The manual, the pages of the codes and the style of the house, run as tests.
        .target(
            name: "PageSupport", dependencies: ["WritCommands", "WritKit", "WritDiagnostics"],
            path: "Tests/PageSupport", swiftSettings: strict),
        tests("ManualTests", ["PageSupport", "WritKit", "WritSyntax", "WritDiagnostics", "WritSource"]),
        tests(
            "DiagnosticPagesTests",
            [
                "PageSupport", "WritAnalysis", "WritKit", "WritFacts", "WritSemantics", "WritSyntax", "WritDiagnostics",
                "WritSource",
            ]),
        tests(
            "HouseTests",
            ["PageSupport", "WritKit", "WritFacts", "WritSemantics", "WritSyntax", "WritDiagnostics", "WritSource"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
