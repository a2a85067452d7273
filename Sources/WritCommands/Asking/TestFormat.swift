import ArgumentParser

/// How the results of tests are printed.
enum TestFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}
