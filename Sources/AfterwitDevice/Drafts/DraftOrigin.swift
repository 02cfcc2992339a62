internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitText

// Beside the text of a draft lies a file of the same name that ends in `.draft`: all that is needed
// to go on after a crash. It never leaves the device. Its form, in the encoding of
// Protocol/2-encoding:
//
//   "AWD2"; the milliseconds since 1970 when it was written (8); a byte that tells what follows:
//   0  a text that was opened: entry (10), field (string), the version shown (a count, then the
//      envelope ids), the text shown (string), the parts of a review that the edit decides about
//      (a count, then each: where its region begins and ends in scalars, a count, the hunks), the
//      copies that stand in it (a count, then for each the positions of the earlier and of the later
//      one, both as a count and the positions)
//   1  a command on an entry that was refused: entry (10), edits
//   2  a new entry that was refused: kind (string), edits
//
// Edits are a count, then each as a code (0 set, 1 add, 2 remove, 3 replace, 4 append), its field
// and its value; before them the place, from 1, of the one whose text is in the draft's own file
// and empty here, or 0 where there is none.

/// Where the text of a draft belongs.
struct DraftOrigin: Hashable, Sendable {
  /// What the draft is of.
  enum Content: Hashable, Sendable {
    /// A field that was opened in an editor, as it was shown.
    case opened(
      entry: EntryID, field: String, version: [EnvelopeID], shown: ShownText)
    /// A command that the machine refused; `place` is that of the edit whose text the file holds.
    case refused(EditRequest, place: Int?)
  }

  /// When it was written, in milliseconds since 1970.
  let milliseconds: UInt64
  let content: Content

  private static let magic = Array("AWD2".utf8)

  /// The entry, where it exists.
  var entry: EntryID? {
    switch content {
    case .opened(let entry, _, _, _): entry
    case .refused(let request, _): request.entry
    }
  }

  /// The kind of the entry that was to be made.
  var kind: Kind? {
    guard case .refused(let request, _) = content else { return nil }
    return request.kind
  }

  /// The field that the text is for.
  var field: String? {
    switch content {
    case .opened(_, let field, _, _): field
    case .refused(let request, let place): place.map { request.edits[$0].field }
    }
  }
}

extension DraftOrigin {
  /// The bytes of the file.
  var bytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(contentsOf: Self.magic)
    builder.append(bigEndian: milliseconds)
    switch content {
    case .opened(let entry, let field, let version, let shown):
      builder.append(0)
      builder.append(contentsOf: entry.bytes)
      builder.append(string: field)
      builder.append(count: version.count)
      for envelope in version { builder.append(envelope) }
      shown.encode(into: &builder)
    case .refused(let request, let place):
      switch request.target {
      case .edit(let entry):
        builder.append(1)
        builder.append(contentsOf: entry.bytes)
      case .new(let kind):
        builder.append(2)
        builder.append(string: kind.rawValue)
      }
      builder.append(count: place.map { $0 + 1 } ?? 0)
      builder.append(count: request.edits.count)
      for (index, edit) in request.edits.enumerated() {
        (index == place ? edit.with(text: "") : edit).encode(into: &builder)
      }
    }
    return builder.bytes
  }

  /// Reads what ``bytes`` wrote.
  init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    guard try Array(cursor.readBytes(4)) == Self.magic else { throw cursor.failure(.unknownValue) }
    milliseconds = try cursor.readBigEndian()
    switch try cursor.readByte() {
    case 0:
      let entry = try Self.entry(&cursor)
      let field = try cursor.readString(limit: cursor.remaining)
      var version: [EnvelopeID] = []
      for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
        version.append(try cursor.readIdentifier())
      }
      content = .opened(
        entry: entry, field: field, version: version, shown: try ShownText(decoding: &cursor))
    case 1: content = try Self.refused(.edit(try Self.entry(&cursor)), &cursor)
    case 2:
      guard let kind = Kind(rawValue: try cursor.readString(limit: cursor.remaining)) else {
        throw cursor.failure(.unknownValue)
      }
      content = try Self.refused(.new(kind), &cursor)
    default: throw cursor.failure(.unknownValue)
    }
    try cursor.requireEnd()
  }

  private static func entry(_ cursor: inout ByteCursor) throws(DecodingFailure) -> EntryID {
    guard let entry = EntryID(try cursor.readBytes(EntryID.byteCount)) else {
      throw cursor.failure(.truncated)
    }
    return entry
  }

  private static func refused(
    _ target: EditRequest.Target, _ cursor: inout ByteCursor
  ) throws(DecodingFailure) -> Content {
    let place = try cursor.readCount(limit: cursor.remaining)
    var edits: [FieldEdit] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      edits.append(try FieldEdit(decoding: &cursor))
    }
    guard place <= edits.count else { throw cursor.failure(.unknownValue) }
    return .refused(EditRequest(target, edits), place: place == 0 ? nil : place - 1)
  }
}

extension ShownText {
  fileprivate func encode(into builder: inout ByteBuilder) {
    builder.append(string: text)
    builder.append(count: answers.count)
    for answer in answers { answer.encode(into: &builder) }
    builder.append(count: twins.count)
    for pair in twins {
      builder.append(list: pair.earlier)
      builder.append(list: pair.later)
    }
  }

  fileprivate init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    self.init(try cursor.readString(limit: cursor.remaining))
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      answers.append(try PartAnswer(decoding: &cursor))
    }
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      let (earlier, later) = (try cursor.readList(), try cursor.readList())
      guard !earlier.isEmpty, !later.isEmpty else { throw cursor.failure(.unknownValue) }
      twins.append(StandingTwins(earlier: earlier, later: later))
    }
  }
}

extension PartAnswer {
  fileprivate func encode(into builder: inout ByteBuilder) {
    builder.append(count: region.lowerBound)
    builder.append(count: region.upperBound)
    builder.append(count: hunks.count)
    for hunk in hunks { hunk.encode(into: &builder) }
  }

  fileprivate init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    let start = try cursor.readCount(limit: Int(Int32.max))
    let end = try cursor.readCount(limit: Int(Int32.max))
    guard start <= end else { throw cursor.failure(.unknownValue) }
    var hunks: [HunkID] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      hunks.append(try HunkID(decoding: &cursor))
    }
    self.init(hunks: hunks, region: start..<end)
  }
}
