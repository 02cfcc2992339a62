internal import AfterwitCausality
public import AfterwitEncoding
public import AfterwitText

// What one replica of a text has and another lacks, as a log of its own. The events that its first
// ones were made on are named, not told: they stand before the others as events without units, and
// whoever takes the update in looks them up.

/// Events of a text to hand over to a replica that lacks them.
///
/// ```swift
/// let desk = try #require(DeviceID([UInt8](repeating: 1, count: 32)))
/// var text = TextHistory()
/// try text.insert("ask", at: 0, by: text.author(desk))
/// let sent = text.graph.frontier
/// var copy = try TextHistory(fullHistory: text.fullHistory)
///
/// try text.insert(" why", at: 3, by: text.author(desk))
/// let bytes = text.update(since: sent).bytes
/// try copy.merge(TextUpdate(decoding: bytes))
/// #expect(copy.text == "ask why")
/// ```
public struct TextUpdate: Sendable {
  /// How many events at the start are only named.
  let namedCount: Int
  let log: EventLog

  private static let magic: [UInt8] = [0x41, 0x57, 0x55, 0x31]

  init(namedCount: Int, log: EventLog) {
    self.namedCount = namedCount
    self.log = log
  }

  /// Decodes an update.
  /// - Throws: ``DecodingFailure`` where the bytes are not one, or damaged.
  public init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var reader = try ColumnReader(bytes, magic: Self.magic)
    var head = ByteCursor(try reader.next())
    let named = try head.readCount(limit: Int(Int32.max))
    try head.requireEnd()
    var log = EventLog()
    var rows = try HistoryRows(&reader)
    try rows.restore(&log)
    let text = ByteCursor(try reader.next())
    try reader.requireEnd()
    var column = text
    guard let typed = ScalarBuffer(utf8: column.readRest()),
      typed.count == log.runs.typedCount, named <= log.count,
      log.table.units(of: 0..<named).isEmpty
    else { throw text.failure(.notCanonical) }
    log.typed = TypedText(typed)
    self.init(namedCount: named, log: log)
  }

  /// The update in bytes.
  public var bytes: [UInt8] {
    var writer = ColumnWriter(magic: Self.magic, isCompact: false)
    var head = ByteBuilder()
    head.append(count: namedCount)
    writer.append(head.bytes)
    log.appendColumns(to: &writer)
    var text: [UInt8] = []
    log.typed.appendUTF8(to: &text)
    writer.append(text)
    return writer.finished()
  }
}

/// Why an update cannot be taken in.
public enum TextUpdateFailure: Error, Hashable, Sendable {
  /// It rests on an event that is not here.
  case lacks(TextOrder)
  /// An operation does not fit the text it was made on.
  case misfit(TextMisfit)
}
