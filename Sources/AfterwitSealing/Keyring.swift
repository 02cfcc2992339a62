public import AfterwitEncoding
public import AfterwitWire

/// The epoch keys a device holds, found by number and commitment.
///
/// Devices that did not know of each other may have given one number to two epochs. So the number
/// finds the candidates, and the envelope's commitment chooses among them.
public struct Keyring: Hashable, Sendable {
  private static let limit = 65_536

  /// The keys, ascending by number, then by bytes.
  public private(set) var keys: [EpochKey]

  /// Holds no key.
  public init() {
    keys = []
  }

  /// Adds a key; nothing changes if it is already held.
  public mutating func insert(_ key: EpochKey) {
    let place = keys.firstIndex { !Self.precedes($0, key) } ?? keys.endIndex
    guard place == keys.endIndex || keys[place] != key else { return }
    keys.insert(key, at: place)
  }

  /// Opens and adds every key that the roster wraps to the holder and that is not held yet, and
  /// those that are sealed under keys that are held.
  public mutating func learn(from roster: Roster, with holder: some KeyHolder) {
    for wrapped in roster.wrappedKeys where wrapped.recipient == holder.device {
      guard !holds(number: wrapped.epoch, identity: wrapped.identity),
        let key = holder.open(wrapped, journal: roster.journal)
      else { continue }
      insert(key)
    }
    // Bases have lesser numbers, so one walk from the greatest finds all.
    for epoch in roster.epochs.sorted(by: { $0.number > $1.number }) {
      guard let key = key(of: epoch) else { continue }
      for base in epoch.bases where !holds(number: base.number, identity: base.identity) {
        if let opened = key.open(base, journal: roster.journal) { insert(opened) }
      }
    }
  }

  /// The key that sealed the envelope with this header; `nil` if it is not held.
  /// - Complexity: O(*k*) derivations for *k* keys of that number, nearly always one.
  public func key(for header: EnvelopeHeader) -> EpochKey? {
    match(for: header)?.epoch
  }

  /// The key of an epoch that a control record announced; `nil` if it is not held.
  public func key(of epoch: Epoch) -> EpochKey? {
    keys.first { $0.number == epoch.number && $0.identity == epoch.identity }
  }

  /// The secret bytes, for the device's own store: a count, then number and key of each.
  public var bytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(count: keys.count)
    for key in keys {
      builder.append(bigEndian: key.number)
      builder.append(contentsOf: key.bytes)
    }
    return builder.bytes
  }

  /// Reads exactly what ``bytes`` wrote; refuses keys that are out of order or repeated.
  public init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    keys = []
    for _ in 0..<(try cursor.readCount(limit: Self.limit)) {
      let number: UInt32 = try cursor.readBigEndian()
      let secret = Array(try cursor.readBytes(EpochKey.byteCount))
      guard let key = EpochKey(number: number, bytes: secret) else {
        throw cursor.failure(.truncated)
      }
      if let last = keys.last {
        guard Self.precedes(last, key) else { throw cursor.failure(.notCanonical) }
      }
      keys.append(key)
    }
    try cursor.requireEnd()
  }

  func match(for header: EnvelopeHeader) -> (epoch: EpochKey, record: RecordKey)? {
    for epoch in keys where epoch.number == header.epoch {
      let record = RecordKey(epoch: epoch, header: header)
      if record.commitment == header.commitment { return (epoch, record) }
    }
    return nil
  }

  func holds(number: UInt32, identity: [UInt8]) -> Bool {
    keys.contains { $0.number == number && $0.identity == identity }
  }

  private static func precedes(_ left: EpochKey, _ right: EpochKey) -> Bool {
    left.number != right.number
      ? left.number < right.number : left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
