public import AfterwitEncoding

/// The tips of each device's log, which tell exactly what a relay or a device holds.
///
/// A log without forks has one tip. Logs are held without gaps, so a tip stands for everything
/// before it.
public struct Heads: Hashable, Sendable {
  /// The end of one branch of a log.
  public struct Tip: Hashable, Comparable, Sendable {
    /// Its number in the log.
    public let number: UInt64
    /// Its envelope.
    public let id: EnvelopeID

    /// A tip of given parts.
    public init(number: UInt64, id: EnvelopeID) {
      self.number = number
      self.id = id
    }

    /// Orders by number, then id.
    public static func < (left: Self, right: Self) -> Bool {
      (left.number, left.id) < (right.number, right.id)
    }
  }

  /// The tips of each log, ascending.
  public var tips: [DeviceID: [Tip]]

  /// Heads of given tips.
  public init(tips: [DeviceID: [Tip]] = [:]) {
    self.tips = tips
  }

  /// The bytes of Protocol/6-relay, "The HTTP binding": devices ascending, each with ascending
  /// tips.
  public func encode(into builder: inout ByteBuilder) {
    builder.append(count: tips.count)
    for (device, tips) in tips.sorted(by: { $0.key < $1.key }) {
      builder.append(device)
      builder.append(count: tips.count)
      for tip in tips.sorted() {
        builder.append(bigEndian: tip.number)
        builder.append(tip.id)
      }
    }
  }

  /// Reads what ``encode(into:)`` wrote.
  public init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    tips = [:]
    var last: DeviceID?
    for _ in 0..<(try cursor.readCount(limit: Limits.logs)) {
      let start = cursor
      let device: DeviceID = try cursor.readIdentifier()
      if let last, device <= last { throw start.failure(.notCanonical) }
      tips[device] = try Self.readTips(&cursor)
      last = device
    }
  }

  private static func readTips(_ cursor: inout ByteCursor) throws(DecodingFailure) -> [Tip] {
    var tips: [Tip] = []
    for _ in 0..<(try cursor.readCount(limit: Limits.readTips)) {
      let start = cursor
      let tip = Tip(number: try cursor.readBigEndian(), id: try cursor.readIdentifier())
      if let last = tips.last, tip <= last { throw start.failure(.notCanonical) }
      tips.append(tip)
    }
    guard !tips.isEmpty else { throw cursor.failure(.notCanonical) }
    return tips
  }
}
