// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that building the product builds no benchmark. Run it with
//   swift run -c release --package-path Benchmarks writ-benchmarks [folder …]
let package = Package(
    name: "writ-benchmarks",
    products: [.executable(name: "writ-benchmarks", targets: ["WritBenchmarks"])],
    dependencies: [.package(name: "writ", path: "..")],
    targets: [
        .executableTarget(
            name: "WritBenchmarks", dependencies: [.product(name: "WritStages", package: "writ")])
    ],
    swiftLanguageModes: [.v6]
)
