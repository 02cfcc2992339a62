internal import AfterwitCausality
public import AfterwitEncoding
public import AfterwitText

// Protocol/9-stored-histories, "The forms": the events, stretch by stretch, in columns.
extension TextHistory {
  /// The two forms in which a history is stored.
  enum StoredForm {
    /// Nothing is compressed, so that opening costs little more than reading.
    case snapshot
    /// All is compressed.
    case full

    var magic: [UInt8] { self == .snapshot ? [0x41, 0x57, 0x53, 0x31] : [0x41, 0x57, 0x48, 0x31] }
  }

  /// The history, in which nothing was ever taken back, in as few bytes as possible: every event, and
  /// the text.
  /// - Complexity: O(*units*).
  public var fullHistory: [UInt8] { stored(as: .full) }

  /// The history, in which nothing was ever taken back, in a form that opens fast: the text as it is,
  /// and every event.
  public var snapshot: [UInt8] { stored(as: .snapshot) }

  /// The text and the names of its last events, without the past.
  public var stateOnly: [UInt8] {
    var writer = ColumnWriter(magic: [0x41, 0x57, 0x54, 0x31], isCompact: true)
    var heads = ByteBuilder()
    for head in graph.frontier {
      let order = events.table.order(of: head)
      heads.append(contentsOf: order.device.bytes)
      heads.append(varint: order.number)
      heads.append(contentsOf: order.envelope.bytes)
    }
    writer.append(heads.bytes)
    var text: [UInt8] = []
    scalars.appendUTF8(of: 0..<scalars.count, to: &text)
    writer.append(text, text.count == scalars.count ? .most : .text)
    return writer.finished()
  }

  private func stored(as form: StoredForm) -> [UInt8] {
    precondition(events.undos.isEmpty, "what was taken back has no stored form")
    var writer = ColumnWriter(magic: form.magic, isCompact: form == .full)
    events.appendColumns(to: &writer)
    let (text, isASCII) = textColumn
    writer.append(text, isASCII ? .most : .text)
    return writer.finished()
  }

  /// The text that stands, and behind it what was deleted, the last run first.
  private var textColumn: (bytes: [UInt8], isASCII: Bool) {
    let scalars = scalars
    let standing = 0..<scalars.count
    var head = ByteBuilder()
    head.append(count: scalars.byteCount(of: standing))
    var column = head.bytes
    scalars.appendUTF8(of: standing, to: &column)
    do {
      try events.appendDeleted(to: &column)
    } catch {
      preconditionFailure("an event of the history does not fit its parents")
    }
    return (column, column.count - head.bytes.count == events.runs.typedCount)
  }
}

extension TextHistory {
  /// Opens a history that was stored as ``fullHistory``.
  /// - Throws: ``DecodingFailure`` where the bytes are not such a history, or damaged.
  public init(fullHistory bytes: [UInt8]) throws(DecodingFailure) {
    try self.init(stored: bytes, as: .full)
  }

  /// Opens a history that was stored as ``snapshot``.
  /// - Throws: ``DecodingFailure`` where the bytes are not such a history, or damaged.
  public init(snapshot bytes: [UInt8]) throws(DecodingFailure) {
    try self.init(stored: bytes, as: .snapshot)
  }

  private init(stored bytes: [UInt8], as form: StoredForm) throws(DecodingFailure) {
    var reader = try ColumnReader(bytes, magic: form.magic)
    var log = EventLog()
    var rows = try HistoryRows(&reader)
    try rows.restore(&log)
    var text = ByteCursor(try reader.next())
    try reader.requireEnd()
    let start = text
    let standing = try text.readBlob(limit: text.remaining)
    guard let buffer = ScalarBuffer(utf8: standing) else { throw start.failure(.invalidText) }
    let past = text
    let deleted = text.readRest()
    guard let deletedCount = ScalarBuffer.count(ofUTF8: deleted) else {
      throw past.failure(.invalidText)
    }
    // AW-HIST-2: what was typed stands or was deleted.
    let typedCount = log.runs.typedCount
    guard typedCount == buffer.count + deletedCount else { throw text.failure(.notCanonical) }
    log.typed = TypedText(
      EarlierText(log: log, standing: standing, deleted: deleted), count: typedCount)
    self.init(log: log, buffer: buffer)
  }
}
