import WritKit
import WritSource

/// Tests that were written out, for machines.
enum TestJSON {
    static func write(_ test: WrittenTest, to json: inout JSONWriter) {
        json.object { json in
            json.field("name", test.name)
            json.field("file", test.file)
            json.field("block", test.block)
            json.field("case", test.entry)
            json.field("caseFile", test.entryFile)
        }
    }
}
