import WritSemantics
import WritValues

extension SymbolicEvaluation {
    func same(_ left: [TextSymbol], _ right: [TextSymbol]) -> Formula {
        table.any(
            left.flatMap { a in
                right.map { b in
                    let both = table.all([a.isIt, b.isIt])
                    return both == .no ? .no : table.all([both, same(a.value, b.value)])
                }
            })
    }

    private func same(_ left: TextSymbol.Value, _ right: TextSymbol.Value) -> Formula {
        switch (left, right) {
        case (.constant(let a), .constant(let b)): return Formula(a == b)
        case (.variable(let variable), .constant(let text)), (.constant(let text), .variable(let variable)):
            if let number = universe.number(of: text) { return table.isValue(variable, number) }
            // Some text that is not mentioned may be this one: no case is left out where all are let in.
            return precision == .wide ? open("same text", left, right) : .no
        case (.variable(let a), .variable(let b)):
            if a == b { return .yes }
            let pair = TextPair(first: min(a, b), second: max(a, b))
            if let known = sameTexts[pair] { return known }
            let isSame = table.any((0..<universe.count).map { table.all(table.isValue(a, $0), table.isValue(b, $0)) })
            sameTexts[pair] = isSame
            return isSame
        case (.opaque(let a), .opaque(let b)) where a == b: return .yes
        case (.opaque(let name), .constant(let text)), (.constant(let text), .opaque(let name)):
            guard let number = universe.number(of: text), !universe.isStranger(number) else {
                return open("same text", left, right)
            }
            return table.isValue(followed(name), number)
        default: return open("same text", left, right)
        }
    }

    /// Of a text that is not followed further which of those that are mentioned it is; the last value is none of them.
    private func followed(_ name: String) -> Variable {
        table.variable(
            .shape(FactLeaf(path: "text of \(name)")), name: name, domain: .finite(universe.mentionedCount + 1))
    }

    /// A test of letters. Of what the policy mentions it is known; of a stranger, where strangers stand for all texts, it is open.
    ///
    /// - Parameter letters: the same test as a picture, with the text that it asks for.
    func textTest(
        _ left: Symbol, _ right: Symbol, _ name: String, letters: (String) -> LetterTest,
        holds: (String, String) -> Bool
    ) -> Truth {
        let known = table.all([left.known, right.known])
        let faulted = table.any([left.faulted, right.faulted])
        guard case .text(let texts) = left.content, case .text(let parts) = right.content else {
            return Truth(isTrue: .no, isFalse: .no, isFaulted: faulted)
        }
        let alternatives = texts.flatMap { a in
            parts.map { b in
                let both = table.all([a.isIt, b.isIt])
                return both == .no ? .no : table.all([both, test(a.value, b.value, name, letters, holds)])
            }
        }
        return table.comparison(table.any(alternatives), known: known, faulted: faulted)
    }

    private func test(
        _ text: TextSymbol.Value, _ part: TextSymbol.Value, _ name: String, _ letters: (String) -> LetterTest,
        _ holds: (String, String) -> Bool
    ) -> Formula {
        switch (text, part) {
        case (.constant(let a), .constant(let b)): return Formula(holds(a, b))
        case (.variable(let variable), .constant(let b)):
            let passing = universe.texts.indices.filter { holds(universe.texts[$0], b) }
            guard precision == .wide else { return table.member(variable, ValueMask(passing, of: universe.count)) }
            let mentioned = ValueMask(passing.filter { !universe.isStranger($0) }, of: universe.count)
            let strangers = ValueMask(
                universe.texts.indices.filter { universe.isStranger($0) }, of: universe.count)
            return table.any([
                table.member(variable, mentioned),
                table.all([table.member(variable, strangers), open(letters(b), name, text, part)]),
            ])
        case (.opaque(let name), .constant(let b)):
            let passing = (0..<universe.mentionedCount).filter { holds(universe.texts[$0], b) }
            let variable = followed(name)
            return table.any([
                table.member(variable, ValueMask(passing, of: universe.mentionedCount + 1)),
                table.all(table.isValue(variable, universe.mentionedCount), open(letters(b), name, text, part)),
            ])
        case (.variable(let variable), .variable(let other)) where precision != .wide:
            return table.any(
                universe.texts.indices.flatMap { a in
                    universe.texts.indices.filter { holds(universe.texts[a], universe.texts[$0]) }.map { b in
                        table.all([table.isValue(variable, a), table.isValue(other, b)])
                    }
                })
        case (.constant(let a), .variable(let other)) where precision != .wide:
            return table.member(
                other, ValueMask(universe.texts.indices.filter { holds(a, universe.texts[$0]) }, of: universe.count))
        default: return open(name, text, part)
        }
    }

    private func open(_ name: String, _ left: TextSymbol.Value, _ right: TextSymbol.Value) -> Formula {
        let operands = [left, right].map { Symbol(.text([TextSymbol(isIt: .yes, value: $0)])) }
        return truth(of: opaque(name, operands, .boolean, known: .yes, faulted: .no)).isTrue
    }

    /// An open test of letters, with what it has to do with the others of that text: no text passes two that exclude each other.
    private func open(
        _ test: LetterTest, _ name: String, _ text: TextSymbol.Value, _ part: TextSymbol.Value
    ) -> Formula {
        let passes = open(name, text, part)
        guard case .atom(.member(let answer, _)) = table.nodes[passes.node] else { return passes }
        let others = opaques.letterTests[text, default: []]
        if others.count >= Self.mostLetterTests || others.contains(where: { $0.answer == answer }) { return passes }
        opaques.letterTests[text] = others + [(test, answer)]
        for other in others {
            let alsoPasses = table.isTrue(other.answer)
            if test.text(passing: other.test) == nil {
                axioms.add(!table.all([passes, alsoPasses]), about: answer, and: other.answer)
            } else {
                if test.implies(other.test) {
                    axioms.add(table.implies(passes, alsoPasses), about: answer, and: other.answer)
                }
                if other.test.implies(test) {
                    axioms.add(table.implies(alsoPasses, passes), about: answer, and: other.answer)
                }
            }
        }
        return passes
    }

    /// More tests of one text are not held against one another.
    private static let mostLetterTests = 24

    /// The length of a text, and a text with its forms made plain.
    func text(_ term: Term, _ locals: SymbolicLocals) -> Symbol {
        switch term.kind {
        case .textLength(let operand): return length(evaluate(operand, locals))
        case .plainText(let operand): return plain(evaluate(operand, locals))
        default: preconditionFailure("not about text")
        }
    }

    private func length(_ text: Symbol) -> Symbol {
        guard case .text(let texts) = text.content else { return text.without(.nothing) }
        if precision == .wide, texts.contains(where: { $0.value.isOpen }) {
            let symbol = opaque("length", [text], .integer, known: text.known, faulted: text.faulted)
            guard case .count(let length) = symbol.content else { return symbol }
            // No document holds a longer one.
            let bounded = table.all([table.atLeast(length, 0), table.atMost(length, Self.longest)])
            return Symbol(known: table.all([symbol.known, bounded]), faulted: symbol.faulted, symbol.content)
        }
        let lengths = texts.flatMap { text -> [Definition.Choice] in
            switch text.value {
            case .constant(let value): return [choice(text.isIt, value)]
            case .variable(let variable):
                return universe.texts.enumerated().map { number, value in
                    choice(table.all([text.isIt, table.isValue(variable, number)]), value)
                }
            case .opaque: return []
            }
        }
        return text.without(.count(table.define(.choice(lengths), name: "the length")))
    }

    private func choice(_ condition: Formula, _ text: String) -> Definition.Choice {
        Definition.Choice(condition: condition, value: table.constant(Int128(text.unicodeScalars.count)))
    }

    private func plain(_ text: Symbol) -> Symbol {
        guard case .text(let texts) = text.content else { return text.without(.nothing) }
        func plain(_ text: String) -> String { TextForms.nfc(TextForms.halfWidth(text)) }
        let made = texts.flatMap { text -> [TextSymbol] in
            switch text.value {
            case .constant(let value): return [TextSymbol(isIt: text.isIt, value: .constant(plain(value)))]
            case .opaque(let name): return [TextSymbol(isIt: text.isIt, value: .opaque("plain \(name)"))]
            case .variable(let variable):
                return universe.texts.enumerated().map { number, value in
                    let isIt = table.all([text.isIt, table.isValue(variable, number)])
                    if precision == .wide, universe.isStranger(number) {
                        isExact = false
                        return TextSymbol(isIt: isIt, value: .opaque("plain \(table[variable].name) \(number)"))
                    }
                    return TextSymbol(isIt: isIt, value: .constant(plain(value)))
                }
            }
        }
        return text.without(.text(made))
    }
}

extension TextSymbol.Value {
    /// Whether its letters are not known.
    var isOpen: Bool {
        if case .constant = self { false } else { true }
    }
}

extension Symbol {
    /// Something worked out of it, unknown where it is.
    func without(_ content: Content) -> Symbol { Symbol(known: known, faulted: faulted, content) }
}
