import Testing
import WritEngine
import WritSemantics
import WritTestSupport
import WritValues

/// The code of small models, as `writ dump --stage plan` shows it.
@Suite struct LoweringTests {
    private let build = ModelBuilder()

    private func printed() throws -> String {
        let plan = Lowering.plan(of: build.model)
        _ = try PlanVerifier.verify(plan)
        return PlanPrinter(plan, model: build.model).text()
    }

    @Test func rulesJumpToTheNextWhereAConditionFails() throws {
        let claims = build.fact("claims", .integer)
        let inStock = build.fact("in_stock", .boolean)
        _ = build.decision(
            "outcome", .first, .integer,
            [
                build.rule(
                    "watch", when: build.compare(claims, .greaterOrEqual, build.integer(3)), then: build.integer(1)),
                build.rule(
                    "stock", when: build.and(inStock, build.not(build.equal(claims, build.integer(0)))),
                    then: build.integer(2)),
            ], otherwise: build.then(build.integer(0)))
        #expect(
            try printed() == """
                plan test: 10 slots, 17 instructions in 4 blocks, 0 texts

                outcome.watch:
                     0  begin-conclusion outcome
                     1  copy %4 1
                     2  end

                outcome.stock:
                     3  begin-conclusion outcome
                     4  copy %4 2
                     5  end

                outcome.otherwise:
                     6  begin-conclusion outcome
                     7  copy %4 0
                     8  end

                decision outcome:
                     9  enter outcome
                    10  decide-less claims 3 ?8 -> 12
                    11  end-rule ?8 outcome rule 0 -> 12 -> 15
                    12  decide-false in_stock ?8 -> 15
                    13  decide-equal claims 0 ?8 -> 15
                    14  end-rule ?8 outcome rule 1 -> 15 -> 15
                    15  settle outcome
                    16  end

                """)
    }

    /// A disjunction inside a conjunction is a group of its own; its negation is a conjunction and joins the outer one.
    @Test func groupsNestOnlyWhereTheirKindChanges() throws {
        let a = build.fact("a", .boolean)
        let b = build.fact("b", .boolean)
        build.promise("nested", build.and(a, build.or(a, b)))
        build.promise("flat", build.and(a, build.not(build.or(a, b))))
        let text = try printed()
        #expect(text.matches("end-group") == 1, "\(text)")
        #expect(text.matches("decide-true") == 4, "\(text)")
    }

    /// Cases of an enumeration without fields become one mask.
    @Test func membershipOfCasesIsOneInstruction() throws {
        let level = build.enumeration("level", ["a", "b", "c", "d"])
        let fact = build.fact("level", .variant(level))
        let list = build.term(.makeList([build.enumCase(level, 1), build.enumCase(level, 3)]), .list(.variant(level)))
        build.promise("member", build.term(.memberOf(fact, list: list), .boolean))
        #expect(try printed().contains("decide-case-not-in level {1 3}"))
    }

    /// A quantifier needs no list of results: its body is an operand of a group.
    @Test func quantifiersAreLoopsOverOperands() throws {
        let list = build.fact("amounts", .list(.integer))
        build.promise("all", build.any(.every, list) { build.compare($0, .less, build.integer(10)) })
        let text = try printed()
        #expect(text.contains("loop-begin"))
        #expect(text.contains("decide-greater-or-equal"))
        #expect(!text.contains("reserve"))
    }

    /// An empty list that was written without a type takes on that of where it goes.
    @Test func emptyListsFitEverywhere() throws {
        let texts = build.fact("names", .list(.text))
        let empty = build.term(.constant(.list([])), .list(.poison))
        let chosen = build.term(.conditional(build.fact("b", .boolean), then: empty, else: texts), .list(.text))
        build.promise("none", build.any(.no, chosen) { build.equal($0, build.text("x")) })
        #expect(try printed().contains("reserve"))
    }

    /// What is used once stands where it is used; what is used twice is worked out once.
    @Test func definesAreInlinedOrWorkedOutOnce() throws {
        let fact = build.fact("n", .integer)
        let once = build.define("once", build.term(.add(fact, build.integer(1)), .integer))
        let twice = build.define("twice", build.term(.add(fact, build.integer(2)), .integer))
        build.promise("p", build.compare(once([]), .less, build.term(.add(twice([]), twice([])), .integer)))
        let text = try printed()
        #expect(!text.contains("define once:"))
        #expect(text.contains("define twice:"))
        #expect(text.matches("once flag") == 2, "\(text)")
    }
}

extension String {
    /// How often a text occurs.
    fileprivate func matches(_ part: String) -> Int {
        indices.count { self[$0...].hasPrefix(part) }
    }
}
