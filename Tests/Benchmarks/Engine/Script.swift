import AfterwitDocument
import AfterwitEncoding
import AfterwitText
import Foundation

/// What a script of edits is made of: at a position, scalars taken out, then a text put in.
struct Patch {
  var position: Int
  var deleted: Int
  var text: String
  /// The text, where it is what one keystroke puts in.
  var scalar: Unicode.Scalar?

  init(position: Int, deleted: Int, text: String) {
    (self.position, self.deleted, self.text) = (position, deleted, text)
    let scalars = text.unicodeScalars
    scalar = scalars.count == 1 ? scalars.first : nil
  }

  /// The operations of the patch.
  var operations: [TextOperation] {
    (deleted > 0 ? [.delete(position: position, count: deleted)] : [])
      + (text.isEmpty ? [] : [.insert(position: position, text: text)])
  }
}

/// A recorded editing session or a made one, in the layout that the peers' harnesses read.
enum Script {
  /// Edits one after another, and the text they end in.
  case sequential([Patch], end: String)
  /// Edits of several agents, each on the version of its parents, and the text they end in.
  case concurrent([(agent: Int, parents: [Int], patches: [Patch])], end: String)
  /// A text, and two branches of edits of it.
  case diverging(base: String, branches: [[Patch]])

  /// Reads `$PERF_WORK/gen/NAME.bin`.
  init(named name: String) throws {
    let file = try Data(contentsOf: Workplace.folder.appending(path: "gen/\(name).bin"))
    var reader = ScriptReader(bytes: Array(file))
    switch reader.tag() {
    case "SEQ1":
      let patches = (0..<reader.count()).map { _ in reader.patch() }
      self = .sequential(patches, end: reader.text())
    case "CON1":
      _ = reader.count()
      let turns = (0..<reader.count()).map { _ in
        let agent = reader.count()
        let parents = (0..<reader.count()).map { _ in reader.count() }
        return (agent, parents, (0..<reader.count()).map { _ in reader.patch() })
      }
      self = .concurrent(turns, end: reader.text())
    case "DIV1":
      let base = reader.text()
      let branches = (0..<2).map { _ in (0..<reader.count()).map { _ in reader.patch() } }
      self = .diverging(base: base, branches: branches)
    case let other:
      throw ScriptFailure.unknown(other)
    }
  }
}

/// A script that cannot be used.
enum ScriptFailure: Error {
  case unknown(String)
  case unfit(String)
}

/// Where the peers' harnesses keep their files.
enum Workplace {
  static var folder: URL {
    let path = ProcessInfo.processInfo.environment["PERF_WORK"] ?? "~/.cache/afterwit-peers"
    return URL(filePath: NSString(string: path).expandingTildeInPath)
  }
}

private struct ScriptReader {
  let bytes: [UInt8]
  var place = 0

  mutating func tag() -> String {
    defer { place += 4 }
    return String(decoding: bytes[place..<place + 4], as: UTF8.self)
  }

  mutating func count() -> Int {
    defer { place += 4 }
    return bytes[place..<place + 4].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  mutating func text() -> String {
    let length = count()
    defer { place += length }
    return String(decoding: bytes[place..<place + length], as: UTF8.self)
  }

  mutating func patch() -> Patch {
    Patch(position: count(), deleted: count(), text: text())
  }
}
