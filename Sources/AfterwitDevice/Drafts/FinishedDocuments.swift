internal import AfterwitEncoding

// The change that a document becomes is committed before its draft goes. A process may die between the
// two; what a document says cannot be told from the change, so the commit itself remembers which draft
// it was of, and a check sum of the text.

/// The last document drafts of a home that became changes.
struct FinishedDocuments: Hashable, Sendable {
  /// How many are remembered.
  private static let limit = 32

  /// A draft that became a change.
  private struct Draft: Hashable, Sendable {
    let name: String
    let sum: UInt64
  }

  private var drafts: [Draft] = []

  init() {}

  /// Whether a draft of a name became a change, and if so, whether with this text.
  func holds(_ text: String, of name: String) -> Bool? {
    drafts.last { $0.name == name }.map { $0.sum == Self.sum(of: text) }
  }

  /// Remembers a draft, and forgets the oldest one where there are too many.
  mutating func note(_ text: String, of name: String) {
    drafts = (drafts + [Draft(name: name, sum: Self.sum(of: text))]).suffix(Self.limit)
  }

  /// A sum by which two texts of one draft are told apart (FNV-1a, 64 bits).
  private static func sum(of text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// The bytes the store keeps.
  var bytes: [UInt8] {
    var builder = ByteBuilder()
    for draft in drafts {
      builder.append(string: draft.name)
      builder.append(bigEndian: draft.sum)
    }
    return builder.bytes
  }

  /// Reads what ``bytes`` wrote.
  init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    while !cursor.isAtEnd {
      let name = try cursor.readString(limit: cursor.remaining)
      drafts.append(Draft(name: name, sum: try cursor.readBigEndian()))
    }
  }
}
