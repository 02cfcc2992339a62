public import AfterwitCausality
public import AfterwitEncoding
internal import AfterwitText

/// A multi-value register: the writes that no other write has seen.
///
/// One is shown, the greatest by (timestamp, envelope id); the others stay at hand for a person to
/// decide. A write replaces exactly those it had seen, whatever the clocks say. One that says what
/// all knew before is idle: who took a value back wants nothing that another's value would lose to.
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

  /// The causally maximal writes, the greatest last.
  public private(set) var writes: [Write]
  /// The writes that others have replaced, ascending by index.
  private var replaced: [Write]
  /// The value that was shown at what all maximal writes had seen, where there are several.
  private var base: String?

  /// A register of given writes.
  public init(writes: [Write]) { self.init(writes: writes, replaced: [], base: nil) }

  /// A register of given writes, those that they replaced, and what showed before all that are current,
  /// where there are several.
  package init(writes: [Write], replaced: [Write], base: String?) {
    self.writes = writes.sorted { ($0.timestamp, $0.envelope) < ($1.timestamp, $1.envelope) }
    self.replaced = replaced
    self.base = base
  }

  /// A register that nobody has written.
  public init() { self.init(writes: []) }

  /// All writes that stand, those that others have replaced among them, ascending by index.
  package var allWrites: [Write] { (replaced + writes).sorted { $0.index < $1.index } }

  /// The maximal writes that are not idle, the shown one last; all of them where all are idle.
  public var weightyWrites: [Write] {
    guard let base else { return writes }
    let weighty = writes.filter { ExactString($0.value) != ExactString(base) }
    return weighty.isEmpty ? writes : weighty
  }

  /// The value that is shown, or `nil` where the field was never set or was cleared.
  public var shown: String? {
    guard let value = weightyWrites.last?.value, !value.isEmpty else { return nil }
    return value
  }

  /// The values beside the shown one that differ from it, ascending by bytes, each once.
  public var others: [String] {
    let writes = weightyWrites
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
    let gone = writes.filter { write in !concurrent.contains { $0.index == write.index } }
    let replaced = (replaced + gone).sorted { $0.index < $1.index }
    self = Register(
      writes: concurrent + [write], replaced: replaced,
      base: concurrent.isEmpty
        ? nil
        : try Self.value(
          of: replaced,
          at: shelf.commonAncestors(of: concurrent.map { [$0.index] } + [stamp.parents]),
          on: &shelf))
    return nil
  }

  /// The value that some writes, ascending by index, give at a version; empty where none does.
  package static func value(
    of writes: [Write], at version: [Int], on shelf: inout some FieldShelf
  ) throws -> String {
    let maximal = try shelf.maximal(among: writes.map(\.index), atOrBefore: version)
    let current = writes.filter { maximal.contains($0.index) }
    guard current.count > 1 else { return current.first?.value ?? "" }
    let common = try shelf.commonAncestors(of: current.map { [$0.index] })
    let base = try value(of: writes, at: common, on: &shelf)
    return Register(writes: current, replaced: [], base: base).shown ?? ""
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
    for writes in [writes, replaced] {
      builder.append(count: writes.count)
      for write in writes { write.encode(into: &builder) }
    }
    builder.append(strings: base.map { [$0] } ?? [])
  }

  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    var lists: [[Write]] = []
    for _ in 0..<2 {
      var writes: [Write] = []
      for _ in 0..<(try cursor.readCount(limit: Int(Int32.max))) {
        writes.append(try Write(decoding: &cursor))
      }
      lists.append(writes)
    }
    self.init(writes: lists[0], replaced: lists[1], base: try cursor.readStrings().first)
  }
}

extension Register.Write {
  fileprivate func encode(into builder: inout ByteBuilder) {
    builder.append(count: index)
    builder.append(bigEndian: timestamp.rawValue)
    builder.append(envelope)
    builder.append(string: value)
  }

  fileprivate init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    self.init(
      index: try cursor.readCount(limit: Int(Int32.max)),
      timestamp: Timestamp(rawValue: try cursor.readBigEndian()),
      envelope: try cursor.readIdentifier(),
      value: try cursor.readString(limit: Register.valueLimit))
  }
}
