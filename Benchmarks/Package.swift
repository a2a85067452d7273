// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that building the product builds no benchmark. `make bench` and `make bench-gate` run it.
let package = Package(
    name: "writ-benchmarks",
    products: [.executable(name: "writ-benchmarks", targets: ["WritBenchmarks"])],
    dependencies: [.package(name: "writ", path: "..")],
    targets: [
        .target(name: "CppBaseline", linkerSettings: [.linkedLibrary("simdjson")]),
        // A process of its own, so that what it measures is small when it begins.
        .executableTarget(name: "measured-command", path: "Sources/MeasuredCommand"),
        .executableTarget(
            name: "WritBenchmarks",
            dependencies: [
                "CppBaseline",
                .product(name: "WritKit", package: "writ"),
                .product(name: "WritStages", package: "writ"),
            ]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx20
)
