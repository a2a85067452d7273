import Testing
import WritAnalysis
import WritDiagnostics
import WritFacts
import WritKit
@testable import WritSemantics
import WritSyntax

/// What every stage declares in its `…Codes.swift`.
enum KnownCodes {
    static let all: [DiagnosticCode] =
        (SyntaxCodes.all + CSVCodes.all + NameCodes.all + ExpressionNameCodes.all + TypeCodes.all + DeclarationCodes.all
        + DocumentCodes.all + BindingCodes.all + LoadingCodes.all + SettingsCodes.all + TestCodes.all
        + FindingCodes.all + DifferenceCodes.all).sorted { $0.id < $1.id }
}

extension DiagnosticCode: CustomTestStringConvertible {
    public var testDescription: String { "\(id) \(title)" }
}
