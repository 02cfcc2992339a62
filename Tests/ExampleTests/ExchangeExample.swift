import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitExchange
import Testing

@Suite("The example of Exchange")
struct ExchangeExample {
  @Test("It runs as it is documented")
  func example() throws {
    struct Silent: ExportSource {
      func changeStamp(at index: Int) throws -> ChangeStamp { throw CancellationError() }
      func operations(of index: Int, on key: FieldKey) throws -> [UInt8] { [] }
    }
    let id = try #require(EntryID([UInt8](repeating: 1, count: EntryID.byteCount)))
    let journal = try #require(JournalID([UInt8](repeating: 2, count: JournalID.byteCount)))
    let presence = Presence(times: EntryTimes(), edits: [], hiding: [], deletions: [])
    let happened = FieldName("happened", family: .text)
    let states = [(happened, FieldState(value: .text(TextField(text: "They asked about queues."))))]
    let export = try EntryExport(
      id, journal: journal, content: EntryContent(presence: presence, states: states),
      names: [:], from: Silent())
    #expect(export.fields.map(\.name) == ["happened"])
  }
}
