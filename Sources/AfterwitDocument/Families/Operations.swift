public import AfterwitEncoding
public import AfterwitText

/// The operations of one change on one field, by the field's family.
public enum Operations: Hashable, Sendable {
  /// Insertions and deletions, applied one after another.
  case text([TextOperation])
  /// A new value; an empty one clears the field.
  case register(String)
  /// Elements added and removed, each named once.
  case set(added: [ExactString], removed: [ExactString])
  /// So much was counted; at least 1.
  case counter(Int)
  /// What becomes of a list's elements; the fields of each are blocks of their own.
  case list(ListEdits)
  /// The entry is deleted, or stands again.
  case presence(Presence)
  /// These changes are taken back, whatever they did; ascending, at least one.
  case undo([EnvelopeID])
  /// What this version does not understand, byte for byte.
  case unknown([UInt8])

  /// What a change says of an entry's presence.
  public enum Presence: UInt8, Hashable, Sendable {
    /// The entry is deleted.
    case deleted = 0
    /// The entry stands, whatever was deleted before.
    case restored = 1
  }

  /// Whether they touch the entry and the element they are in: taking out what two devices wrote
  /// alike does not, nor does moving elements or taking changes back.
  var isTouch: Bool {
    switch self {
    case .text(let operations): operations.first != .same
    case .list(let edits): !edits.onlyMoves
    case .undo: false
    case .register, .set, .counter, .presence, .unknown: true
    }
  }
}

extension Operations {
  /// Whether they are those of a list.
  var areOfList: Bool { if case .list = self { true } else { false } }

  /// What they do to the history that their field keeps, or `nil` where its family keeps none.
  public var historyOperations: [TextOperation]? {
    switch self {
    case .text(let operations): operations
    case .list(let edits): edits.puts.isEmpty ? nil : edits.puts.map(\.insertion)
    case .register, .set, .counter, .presence, .undo, .unknown: nil
    }
  }
}

// The forms of Protocol/4-documents, "Families". What fits no form of the field's family is kept
// as `unknown`: it may come from a later version. What fits a form and breaks its rules is refused.
extension Operations {
  /// The bytes of the operations as a block holds them.
  public var bytes: [UInt8] {
    var builder = ByteBuilder()
    encode(into: &builder)
    return builder.bytes
  }

  func encode(into builder: inout ByteBuilder) {
    switch self {
    case .text(let operations): TextField.encode(operations, into: &builder)
    case .register(let value): Register.encode(value, into: &builder)
    case .set(let added, let removed):
      AddWinsSet.encode(AddWinsSet.Edits(added: added, removed: removed), into: &builder)
    case .counter(let amount): Counter.encode(amount, into: &builder)
    case .list(let edits): ListField.encode(edits, into: &builder)
    case .presence(let presence): builder.append(presence.rawValue)
    case .undo(let changes): Self.encode(undo: changes, into: &builder)
    case .unknown(let bytes): builder.append(contentsOf: bytes)
    }
  }

  init(decoding bytes: ArraySlice<UInt8>, family: FieldFamily?) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    let understood: Operations? =
      switch family?.rules {
      case .field(let family): try Self.decode(&cursor, of: family)
      case .presence: try Self.presence(&cursor)
      case .undo: try Self.undo(&cursor)
      case .unknown, nil: nil
      }
    self = understood ?? .unknown(Array(bytes))
  }

  private static func decode<Field: Family>(
    _ cursor: inout ByteCursor, of family: Field.Type
  ) throws(DecodingFailure) -> Operations? {
    try Field.decodeEdits(&cursor).map { Field.operations($0) }
  }

  private static func presence(_ cursor: inout ByteCursor) throws(DecodingFailure) -> Operations? {
    guard let presence = Presence(rawValue: try cursor.readByte()) else { return nil }
    try cursor.requireEnd()
    return .presence(presence)
  }
}
