internal import AfterwitEncoding

// An editor in a window may save a text once more after it was taken into the journal and its draft
// went. The file is then there again, and nothing beside it says where it belongs. So a home
// remembers the last drafts that went, and the change that each became: what the window shows is the
// text at that change, and what it saves is an edit of it.

/// The drafts of a home that went, by the changes that they became.
struct FinishedDrafts: Hashable, Sendable {
  /// How many are remembered.
  private static let limit = 32

  /// A draft that went.
  struct Draft: Hashable, Sendable {
    /// What people called it.
    let name: String
    /// The entry.
    let entry: EntryID
    /// The field.
    let field: String
    /// The envelope of the change that it became.
    let change: EnvelopeID
  }

  private var drafts: [Draft] = []

  init() {}

  /// The draft of a name.
  subscript(name: String) -> Draft? { drafts.last { $0.name == name } }

  /// Remembers a draft, and forgets the oldest one where there are too many.
  mutating func note(_ draft: Draft) {
    drafts = (drafts.filter { $0.name != draft.name } + [draft]).suffix(Self.limit)
  }

  /// The bytes the store keeps.
  var bytes: [UInt8] {
    var builder = ByteBuilder()
    for draft in drafts {
      builder.append(string: draft.name)
      builder.append(contentsOf: draft.entry.bytes)
      builder.append(string: draft.field)
      builder.append(draft.change)
    }
    return builder.bytes
  }

  /// Reads what ``bytes`` wrote.
  init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    while !cursor.isAtEnd {
      let name = try cursor.readString(limit: cursor.remaining)
      guard let entry = EntryID(try cursor.readBytes(EntryID.byteCount)) else {
        throw cursor.failure(.truncated)
      }
      let field = try cursor.readString(limit: cursor.remaining)
      drafts.append(
        Draft(name: name, entry: entry, field: field, change: try cursor.readIdentifier()))
    }
  }
}
