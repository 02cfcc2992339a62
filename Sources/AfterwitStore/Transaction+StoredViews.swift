public import AfterwitCausality
public import AfterwitEncoding
internal import GRDB

internal import struct Foundation.Data

/// The view of an entry as it was put.
public struct StoredView: Sendable {
  /// When the entry was first touched.
  public let created: Timestamp
  /// When it was last touched.
  public let modified: Timestamp
  /// The bytes of its view; none where they are gone.
  public let bytes: [UInt8]

  fileprivate init(_ row: Row) throws {
    created = Timestamp(rawValue: UInt64(bitPattern: row[0]))
    modified = Timestamp(rawValue: UInt64(bitPattern: row[1]))
    bytes = try row.bytes(at: 2)
  }
}

extension Transaction {
  private static let columns = "entry.created, entry.modified, entry_view.view"
  /// An entry whose view is gone stays in sight: it reads as damage, not as no entry.
  private static let withView = "LEFT JOIN entry_view ON entry_view.entry = entry.rowid"

  /// The view of an entry, or `nil` where nothing has touched it.
  public func storedView(of entry: EntryID) throws -> StoredView? {
    try storedViews("entry \(Self.withView) WHERE entry.id = ?", [Data(entry.bytes)]).first
  }

  /// The views of a filter, the newest first.
  public func storedViews(
    kind: String?, tags: [String], isDeleted: Bool, limit: Int?
  ) throws -> [StoredView] {
    var conditions = ["entry.deleted = ?"]
    var arguments: StatementArguments = [isDeleted]
    if let kind {
      conditions.append("entry.kind = ?")
      arguments += [kind]
    }
    for tag in tags {
      conditions.append("entry.rowid IN (SELECT entry FROM tag WHERE tag = ?)")
      arguments += [Data(tag.utf8)]
    }
    arguments += [limit ?? -1]
    return try storedViews(
      """
      entry \(Self.withView) WHERE \(conditions.joined(separator: " AND "))
      ORDER BY entry.created DESC, entry.id LIMIT ?
      """,
      arguments)
  }

  /// The views of the entries that hold all of some words, the best match first.
  ///
  /// - Parameters:
  ///   - words: each is the beginning of a word of the entry, or any part of it for a script that
  ///     is written without spaces.
  ///   - includingPrivate: whether private entries count.
  public func storedViews(
    matching words: [SearchWord], includingPrivate: Bool
  ) throws -> [StoredView] {
    var conditions = ["entry.deleted = 0"]
    var arguments: StatementArguments = []
    if !includingPrivate { conditions.append("entry.private = 0") }
    let prefixes = words.filter { !$0.isUnspaced }.map(\.quoted)
    if !prefixes.isEmpty {
      conditions.append("search MATCH ?")
      arguments += [prefixes.joined(separator: " ")]
    }
    for word in words where word.isUnspaced {
      conditions.append("instr(search.words, ?) > 0")
      arguments += [word.text]
    }
    return try storedViews(
      """
      search JOIN entry ON entry.rowid = search.rowid \(Self.withView)
      WHERE \(conditions.joined(separator: " AND "))
      ORDER BY \(prefixes.isEmpty ? "entry.created DESC" : "rank"), entry.id
      """,
      arguments)
  }

  private func storedViews(
    _ rest: String, _ arguments: StatementArguments
  ) throws -> [StoredView] {
    let statement = try database.cachedStatement(sql: "SELECT \(Self.columns) FROM \(rest)")
    return try statement.rows(arguments, StoredView.init)
  }
}

/// One word of a search.
public struct SearchWord: Hashable, Sendable {
  /// The word as it was typed.
  public let text: String
  /// Whether its script is written without spaces, so that it may lie anywhere.
  public let isUnspaced: Bool

  /// A word of a search.
  public init(_ text: String) {
    self.text = text
    isUnspaced = text.unicodeScalars.contains { scalar in
      Self.unspacedScripts.contains { $0.contains(scalar.value) }
    }
  }

  /// The word as the index takes it: a quoted prefix.
  var quoted: String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\"*"
  }

  /// Thai to Myanmar, Khmer, and the blocks of kana and Han (Unicode's Blocks.txt).
  private static let unspacedScripts: [ClosedRange<UInt32>] = [
    0x0e00...0x0eff, 0x1000...0x109f, 0x1780...0x17ff, 0x3040...0x30ff, 0x3400...0x9fff,
    0xf900...0xfaff, 0x20000...0x323af,
  ]
}
