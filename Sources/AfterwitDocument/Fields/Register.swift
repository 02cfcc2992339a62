public import AfterwitCausality
public import AfterwitEncoding

/// A multi-value register: the writes that no other write has seen.
///
/// One is shown, the greatest by (timestamp, envelope id); the others stay at hand for a person to
/// decide. A write replaces exactly those it had seen, whatever the clocks say.
public struct Register: Hashable, Sendable {
  /// One write.
  public struct Write: Hashable, Sendable {
    /// The index of the change that wrote it.
    public let index: Int
    /// When.
    public let timestamp: Timestamp
    /// The envelope of the change.
    public let envelope: EnvelopeID
    /// The value; empty for a field that was cleared.
    public let value: String

    /// A write of given parts.
    public init(index: Int, timestamp: Timestamp, envelope: EnvelopeID, value: String) {
      self.index = index
      self.timestamp = timestamp
      self.envelope = envelope
      self.value = value
    }
  }

  /// The causally maximal writes, the shown one last.
  public private(set) var writes: [Write]

  /// A register of given writes; empty at the start.
  public init(writes: [Write] = []) {
    self.writes = writes.sorted { ($0.timestamp, $0.envelope) < ($1.timestamp, $1.envelope) }
  }

  /// The value that is shown, or `nil` where the field was never set or was cleared.
  public var shown: String? {
    guard let value = writes.last?.value, !value.isEmpty else { return nil }
    return value
  }

  /// The values beside the shown one that differ from it, ascending by bytes, each once.
  public var others: [String] {
    guard let shown = writes.last.map({ ExactString($0.value) }) else { return [] }
    return Set(writes.map { ExactString($0.value) }).subtracting([shown]).sorted().map(\.string)
  }

  /// Merges a write; `covers` tells which earlier changes it had seen.
  mutating func assign(
    _ value: String, stamp: ChangeStamp, covers: (Int) throws -> Bool
  ) rethrows {
    let concurrent = try writes.filter { try !covers($0.index) }
    let write = Write(
      index: stamp.index, timestamp: stamp.timestamp, envelope: stamp.order.envelope, value: value)
    self = Register(writes: concurrent + [write])
  }
}
