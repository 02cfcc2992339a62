import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitText
import AfterwitTextArchive
import Testing

// How many bytes a history takes is the same on every machine but for the version of zlib, for which
// the compressed forms have some room; so a format that grows is found at once. The session is made
// from a seed: recordings are not ours to commit, and are measured by the engine's benchmark.
@Suite("Stored sizes")
struct StoredSizeTests {
  @Test("a made session takes no more bytes than it did")
  func session() throws {
    let (history, branch) = try Self.typed()
    let sizes = [
      ("full", history.fullHistory.count, 17_000), ("snapshot", history.snapshot.count, 43_775),
      ("state", history.stateOnly.count, 13_050),
      ("update", history.update(since: branch).bytes.count, 1187),
    ]
    for (form, size, bound) in sizes {
      print("\(form): \(size) bytes, at most \(bound)")
      #expect(size <= bound, "\(form)")
    }
  }

  /// A session of two devices that take turns, and the version before the last of them.
  private static func typed() throws -> (history: TextHistory, version: [Int]) {
    var random = SeededGenerator(seed: 11)
    let words = (0..<300).map { _ in
      (0..<Int.random(in: 1...9, using: &random)).map { _ in
        String("etaoinshrdlu".randomElement(using: &random) ?? "e")
      }.joined() + " "
    }
    var history = TextHistory()
    let authors = (1...2).map { byte in
      history.author(DeviceID([UInt8](repeating: UInt8(byte), count: 32)) ?? .zero)
    }
    var (length, cursor, version) = (0, 0, [Int]())
    for turn in 0..<40 {
      version = history.graph.frontier
      for _ in 0..<200 {
        switch Int.random(in: 0..<20, using: &random) {
        case 0: cursor = Int.random(in: 0...length, using: &random)
        case 1, 2:
          let count = Int.random(in: 0...min(6, cursor), using: &random)
          for _ in 0..<count {
            try history.delete(1, at: cursor - 1, by: authors[turn % 2])
            (length, cursor) = (length - 1, cursor - 1)
          }
        default:
          let word = words.randomElement(using: &random) ?? " "
          try history.insert(word, at: cursor, by: authors[turn % 2])
          (length, cursor) = (length + word.utf8.count, cursor + word.utf8.count)
        }
      }
    }
    return (history, version)
  }
}
