public import AfterwitCausality
public import AfterwitEncoding
internal import AfterwitText

/// A multi-value register: the writes that no other write has seen.
///
/// One is shown, the greatest by (timestamp, envelope id); the others stay at hand for a person to
/// decide. A write replaces exactly those it had seen, whatever the clocks say.
public struct Register: Hashable, Sendable {
  /// The longest value, in bytes of UTF-8.
  package static let valueLimit = 4096

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

  /// A register of given writes.
  public init(writes: [Write]) {
    self.writes = writes.sorted { ($0.timestamp, $0.envelope) < ($1.timestamp, $1.envelope) }
  }

  /// A register that nobody has written.
  public init() { writes = [] }

  /// The value that is shown, or `nil` where the field was never set or was cleared.
  public var shown: String? {
    guard let value = writes.last?.value, !value.isEmpty else { return nil }
    return value
  }

  /// The values beside the shown one that differ from it, ascending by bytes, each once.
  public var others: [String] {
    guard writes.count > 1, let shown = writes.last.map({ ExactString($0.value) }) else {
      return []
    }
    return Set(writes.map { ExactString($0.value) }).subtracting([shown]).sorted().map(\.string)
  }
}

extension Register: Family {
  var value: FieldState.Value { .register(self) }

  init?(_ value: FieldState.Value) {
    guard case .register(let register) = value else { return nil }
    self = register
  }

  static func operations(_ edits: String) -> Operations { .register(edits) }

  static func edits(in operations: Operations) -> String? {
    if case .register(let value) = operations { value } else { nil }
  }

  static func encode(_ value: String, into builder: inout ByteBuilder) {
    builder.append(0)
    builder.append(string: value)
  }

  static func decodeEdits(_ cursor: inout ByteCursor) throws(DecodingFailure) -> String? {
    guard try cursor.readByte() == 0 else { return nil }
    let value = try cursor.readString(limit: valueLimit)
    try cursor.requireEnd()
    return value
  }

  mutating func merge(_ value: String, at site: MergeSite, on shelf: inout some FieldShelf) throws
    -> MergedHistory?
  {
    let stamp = site.stamp
    let concurrent = try writes.filter { try !site.covers($0.index, on: &shelf) }
    let write = Write(
      index: stamp.index, timestamp: stamp.timestamp, envelope: stamp.order.envelope, value: value)
    self = Register(writes: concurrent + [write])
    return nil
  }

  var view: FieldView? {
    let others = others
    return shown == nil && others.isEmpty ? nil : .register(shown ?? "", others: others)
  }

  static func encode(shown: String, others: [String], into builder: inout ByteBuilder) {
    builder.append(string: shown)
    builder.append(strings: others)
  }

  static func decodeView(_ cursor: inout ByteCursor) throws(DecodingFailure) -> FieldView {
    let shown = try cursor.readString(limit: cursor.remaining)
    return .register(shown, others: try cursor.readStrings())
  }

  func openParts(of field: FieldName) -> [OpenPart] {
    guard !others.isEmpty else { return [] }
    let hunks = writes.map { HunkID(envelope: $0.envelope, number: 0) }
    return [OpenPart(field: field, kind: .value, hunks: hunks)]
  }

  func encode(into builder: inout ByteBuilder) {
    builder.append(count: writes.count)
    for write in writes {
      builder.append(count: write.index)
      builder.append(bigEndian: write.timestamp.rawValue)
      builder.append(write.envelope)
      builder.append(string: write.value)
    }
  }

  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    let limit = Int(Int32.max)
    var writes: [Write] = []
    for _ in 0..<(try cursor.readCount(limit: limit)) {
      writes.append(
        Write(
          index: try cursor.readCount(limit: limit),
          timestamp: Timestamp(rawValue: try cursor.readBigEndian()),
          envelope: try cursor.readIdentifier(),
          value: try cursor.readString(limit: Self.valueLimit)))
    }
    self.init(writes: writes)
  }
}
