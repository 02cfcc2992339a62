import AfterwitExchange
import AfterwitJournal
import Foundation
import GRDB
import Testing

@Suite("Databases of Almanah")
struct AlmanahTests {
  /// A database that some statements make, as its bytes.
  private func database(_ statements: String...) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "almanah-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "diary.db").path
    let queue = try DatabaseQueue(path: path)
    for statement in statements { try queue.inDatabase { try $0.execute(sql: statement) } }
    try queue.close()
    return Array(try Data(contentsOf: URL(filePath: path)))
  }

  private func read(_ bytes: [UInt8]) throws -> [SourceItem] {
    try SourceReader(
      .file(SourceFile("diary.db", bytes), settings: []), format: .almanah,
      options: SourceOptions(clocks: FoundationClocks())
    ).items()
  }

  private static let entries =
    "CREATE TABLE entries (year INTEGER, month INTEGER, day INTEGER, content TEXT)"
  private static let refusal = SourceFailure.notOfFormat(.almanah, SourcePlace("diary.db"))

  @Test("One kept with a log, in UTF-16, with long and strange words, is read whole")
  func read() throws {
    let long = String(repeating: "words and more ", count: 5_000)
    for setting in ["journal_mode = WAL", "encoding = 'UTF-16le'", "page_size = 512"] {
      let bytes = try database(
        "PRAGMA \(setting)", Self.entries,
        "INSERT INTO entries VALUES (2024, 1, 2, '\(long)'), (2024, 1, 3, 'é\u{1f600}')",
        "INSERT INTO entries VALUES (2024, 2, 31, 'none')",
        "CREATE TABLE entry_tag (year, month, day, tag)",
        "INSERT INTO entry_tag VALUES (2024, 1, 3, 'work')")
      let items = try read(bytes)
      #expect(items.entries.map(\.body) == [long, "é\u{1f600}"])
      #expect(items.entries.map(\.tags) == [[], ["work"]])
      #expect(items.notes.map(\.fact) == [.noSuchMoment("2024-2-31")])
    }
  }

  @Test("What is not UTF-8 is told, and the rest comes")
  func bytes() throws {
    let items = try read(
      try database(
        Self.entries,
        "INSERT INTO entries VALUES (2024, 1, 2, CAST(x'ff' AS TEXT)), (2024, 1, 3, 'b')"))
    #expect(items.entries.map(\.body) == ["b"])
    #expect(items.notes.map(\.fact) == [.skipped("2024-01-02", because: .notReadable)])
  }

  @Test("A view, and a table that is made without end, are none", .timeLimit(.minutes(1)))
  func hostile() throws {
    let endless =
      "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) SELECT x AS year FROM n"
    for statements in [
      ["CREATE VIEW entries AS \(endless)"],
      ["CREATE VIRTUAL TABLE entries USING fts5(year, month, day, content)"],
      ["CREATE TABLE other (a)"],
    ] {
      let bytes = try database(statements[0])
      #expect(throws: Self.refusal) { try read(bytes) }
    }
    let bytes = try database(
      "CREATE TABLE entries (year INTEGER, month INTEGER, day INTEGER,"
        + " content TEXT AS (hex(zeroblob(400000000))))",
      "INSERT INTO entries VALUES (2024, 1, 2)")
    #expect(throws: Self.refusal) { try read(bytes) }
  }

  @Test("One whose pages lead to each other ends in a sentence", .timeLimit(.minutes(1)))
  func circles() throws {
    let values = (0..<3_000).map { "(2024, 1, \($0 % 28 + 1), 'day \($0)')" }
    let bytes = try database(
      "PRAGMA page_size = 512", Self.entries,
      "INSERT INTO entries VALUES " + values.joined(separator: ","))
    // Every interior page of the table leads to one and the same page, again and again.
    var wrong = bytes
    for start in stride(from: 512, to: bytes.count, by: 512) where bytes[start] == 0x05 {
      let count = Int(bytes[start + 3]) << 8 | Int(bytes[start + 4])
      for index in 0..<count {
        let cell =
          start + (Int(bytes[start + 12 + index * 2]) << 8 | Int(bytes[start + 13 + index * 2]))
        wrong.replaceSubrange(cell..<(cell + 4), with: bytes[(start + 8)..<(start + 12)])
      }
    }
    #expect(wrong != bytes)
    do { _ = try read(wrong) } catch { #expect(error as? SourceFailure == Self.refusal) }
  }

  @Test("What is cut off anywhere is no diary")
  func cut() throws {
    let bytes = try SampleFile.bytes("almanah/diary.db")
    for count in stride(from: 16, to: bytes.count - 1, by: 512) {
      #expect(throws: Self.refusal) { try read(Array(bytes.prefix(count))) }
    }
  }
}
