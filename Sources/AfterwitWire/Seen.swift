public import AfterwitEncoding

/// What its author knew of the members when it wrote a control envelope.
///
/// It is the first record of every control envelope but the genesis. Who is a member is decided by
/// what control envelopes have seen of each other, never by the order in which they come
/// (Protocol/5-sealing, "Who is a member").
public struct Seen: Hashable, Sendable {
  /// The control envelope before this one on its branch of the author's log; zeros for the first.
  public let before: EnvelopeID
  /// The others that the author knew, ascending, without those that one of them had seen.
  public let others: [EnvelopeID]

  /// What was seen; `others` may come in any order.
  public init(before: EnvelopeID, others: [EnvelopeID]) {
    self.before = before
    self.others = Set(others).subtracting([before, .zero]).sorted()
  }

  /// All that is named.
  public var all: [EnvelopeID] { before == .zero ? others : [before] + others }

  /// The id before (32), then the others (32 each), to the end.
  var bytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(before)
    for id in others { builder.append(id) }
    return builder.bytes
  }

  /// Reads what ``bytes`` wrote, to the end.
  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    before = try cursor.readIdentifier()
    var others: [EnvelopeID] = []
    while !cursor.isAtEnd {
      let start = cursor
      let id: EnvelopeID = try cursor.readIdentifier()
      guard id > (others.last ?? .zero), id != before else { throw start.failure(.notCanonical) }
      others.append(id)
    }
    self.others = others
  }
}
