import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import Testing

@Suite("The example of Document")
struct DocumentExample {
  @Test("It runs as it is documented")
  func example() throws {
    var random = SystemRandomNumberGenerator()
    let entry = EntryID(from: &random)
    let title = FieldKey(entry: entry, field: FieldName("title", family: .register))
    let change = Change(
      timestamp: Timestamp(milliseconds: 1_764_000_000_000, counter: 0), followsPredecessor: true,
      parents: [], blocks: [Change.Block(key: title, operations: .register("Onsite at Acme"))])

    let opened = try Change(body: change.body)
    #expect(opened.blocks.first?.operations == .register("Onsite at Acme"))
    #expect(opened == change)
  }
}
