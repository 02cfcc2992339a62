import AfterwitCausality
import AfterwitEncoding
import AfterwitText
import AfterwitTextArchive
import Testing

@Suite("The example of TextArchive")
struct TextArchiveExample {
  @Test("It runs as it is documented")
  func example() throws {
    let desk = try #require(DeviceID([UInt8](repeating: 1, count: 32)))
    var text = TextHistory()
    try text.insert("ask", at: 0, by: text.author(desk))
    let sent = text.graph.frontier
    var copy = try TextHistory(fullHistory: text.fullHistory)

    try text.insert(" why", at: 3, by: text.author(desk))
    let bytes = text.update(since: sent).bytes
    try copy.merge(TextUpdate(decoding: bytes))
    #expect(copy.text == "ask why")
  }
}
