public import AfterwitEncoding

/// What became of one envelope of an appended page.
public enum AppendOutcome: Hashable, Sendable {
  /// It is stored, durably.
  case stored
  /// It was there before.
  case alreadyHeld
  /// It is stored beside another of the same device and number; that one's header and signature,
  /// 264 bytes, are the answer.
  case forked(held: [UInt8])
  /// It is not stored.
  case refused(AppendRefusal)
  /// It is not stored, because what the operator gives the journal is used up.
  case overQuota(QuotaUse)
}

/// Why a relay did not store an envelope.
public enum AppendRefusal: UInt8, Hashable, Sendable {
  /// It is not an envelope, or exceeds a limit.
  case malformed = 1
  /// Its author is not a member here, or not yet.
  case member = 2
  /// Its signature or payload hash is wrong.
  case signature = 3
  /// The envelope before it in its log is not held.
  case gap = 4
  /// Its device has too many tips.
  case tips = 5
  /// It belongs to another journal.
  case journal = 6
}

/// The answer to an appended page: an outcome for each envelope, and where the order now ends.
public struct AppendAnswer: Hashable, Sendable {
  /// One for each envelope, in the page's order.
  public let outcomes: [AppendOutcome]
  /// Where the order ended before the page.
  public let before: RelayCursor
  /// Where it ends now.
  public let after: RelayCursor
  /// What the relay now holds.
  public let heads: Heads

  /// An answer of given parts.
  public init(
    outcomes: [AppendOutcome], before: RelayCursor, after: RelayCursor, heads: Heads
  ) {
    self.outcomes = outcomes
    self.before = before
    self.after = after
    self.heads = heads
  }

  /// Cursors (40 each), heads, a count, then a byte for each outcome with what belongs to it.
  public var bytes: [UInt8] {
    var builder = ByteBuilder()
    before.encode(into: &builder)
    after.encode(into: &builder)
    heads.encode(into: &builder)
    builder.append(count: outcomes.count)
    for outcome in outcomes {
      switch outcome {
      case .stored: builder.append(0)
      case .alreadyHeld: builder.append(1)
      case .forked(let held):
        builder.append(2)
        builder.append(contentsOf: held)
      case .refused(let refusal):
        builder.append(3)
        builder.append(refusal.rawValue)
      case .overQuota(let use):
        builder.append(4)
        builder.append(use.measure.rawValue)
        builder.append(bigEndian: use.used)
        builder.append(bigEndian: use.limit)
      }
    }
    return builder.bytes
  }

  /// Reads exactly what ``bytes`` wrote.
  public init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    let before = try RelayCursor(decoding: &cursor)
    let after = try RelayCursor(decoding: &cursor)
    let heads = try Heads(decoding: &cursor)
    var outcomes: [AppendOutcome] = []
    for _ in 0..<(try cursor.readCount(limit: Limits.pageCount)) {
      outcomes.append(try Self.outcome(&cursor))
    }
    try cursor.requireEnd()
    self.init(outcomes: outcomes, before: before, after: after, heads: heads)
  }

  private static func outcome(
    _ cursor: inout ByteCursor
  ) throws(DecodingFailure) -> AppendOutcome {
    switch try cursor.readByte() {
    case 0: return .stored
    case 1: return .alreadyHeld
    case 2: return .forked(held: Array(try cursor.readBytes(Envelope.prefixByteCount)))
    case 3:
      guard let refusal = AppendRefusal(rawValue: try cursor.readByte()) else {
        throw cursor.failure(.unknownValue)
      }
      return .refused(refusal)
    case 4:
      guard let measure = QuotaUse.Measure(rawValue: try cursor.readByte()) else {
        throw cursor.failure(.unknownValue)
      }
      return .overQuota(
        QuotaUse(
          measure, used: try cursor.readBigEndian(), limit: try cursor.readBigEndian()))
    default: throw cursor.failure(.unknownValue)
    }
  }
}

/// A page of the relay's order after a cursor.
public struct PullAnswer: Hashable, Sendable {
  /// The place after the page's last envelope.
  public let cursor: RelayCursor
  /// What the relay holds, on the last page; `nil` while more pages follow.
  public let heads: Heads?
  /// The envelopes, byte for byte.
  public let envelopes: [[UInt8]]

  /// An answer of given parts.
  public init(cursor: RelayCursor, heads: Heads?, envelopes: [[UInt8]]) {
    self.cursor = cursor
    self.heads = heads
    self.envelopes = envelopes
  }

  /// Cursor (40), a byte that tells whether heads follow, heads, page.
  public var bytes: [UInt8] {
    var builder = ByteBuilder()
    cursor.encode(into: &builder)
    builder.append(heads == nil ? 0 : 1)
    heads?.encode(into: &builder)
    Page.encode(envelopes, into: &builder)
    return builder.bytes
  }

  /// Reads what ``bytes`` wrote.
  public init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    let position = try RelayCursor(decoding: &cursor)
    let heads: Heads?
    switch try cursor.readByte() {
    case 0: heads = nil
    case 1: heads = try Heads(decoding: &cursor)
    default: throw cursor.failure(.unknownValue)
    }
    self.init(cursor: position, heads: heads, envelopes: try Page.decode(&cursor))
  }
}

/// What the relay holds, and where its order ends.
public struct HeadsAnswer: Hashable, Sendable {
  /// Where the order ends.
  public let cursor: RelayCursor
  /// The tips of every log.
  public let heads: Heads

  /// An answer of given parts.
  public init(cursor: RelayCursor, heads: Heads) {
    self.cursor = cursor
    self.heads = heads
  }

  /// Cursor (40), heads.
  public var bytes: [UInt8] {
    var builder = ByteBuilder()
    cursor.encode(into: &builder)
    heads.encode(into: &builder)
    return builder.bytes
  }

  /// Reads exactly what ``bytes`` wrote.
  public init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    self.init(cursor: try RelayCursor(decoding: &cursor), heads: try Heads(decoding: &cursor))
    try cursor.requireEnd()
  }
}

/// A part of one log, in the order of its numbers; empty when there is nothing more.
public struct LogAnswer: Hashable, Sendable {
  /// The envelopes, byte for byte; both of a fork.
  public let envelopes: [[UInt8]]

  /// An answer of given envelopes.
  public init(envelopes: [[UInt8]]) {
    self.envelopes = envelopes
  }

  /// A page.
  public var bytes: [UInt8] {
    var builder = ByteBuilder()
    Page.encode(envelopes, into: &builder)
    return builder.bytes
  }

  /// Reads what ``bytes`` wrote.
  public init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    self.init(envelopes: try Page.decode(&cursor))
  }
}

/// The messages of a mailbox after a given one.
public struct MailboxAnswer: Hashable, Sendable {
  /// The messages, in the order in which they were left.
  public let messages: [[UInt8]]

  /// An answer of given messages.
  public init(messages: [[UInt8]]) {
    self.messages = messages
  }

  /// A count, then each message as a blob.
  public var bytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(count: messages.count)
    for message in messages {
      builder.append(blob: message)
    }
    return builder.bytes
  }

  /// Reads exactly what ``bytes`` wrote.
  public init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    var messages: [[UInt8]] = []
    for _ in 0..<(try cursor.readCount(limit: Limits.mailboxCount)) {
      messages.append(Array(try cursor.readBlob(limit: Limits.mailboxMessage)))
    }
    try cursor.requireEnd()
    self.init(messages: messages)
  }
}
