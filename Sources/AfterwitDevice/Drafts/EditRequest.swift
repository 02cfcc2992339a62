internal import AfterwitEncoding
internal import AfterwitJournal

/// What a command asked for in one change: an entry to be made or edited, and the edits.
struct EditRequest: Hashable, Sendable {
  /// What the edits are made on.
  enum Target: Hashable, Sendable {
    /// A new entry of a kind.
    case new(Kind)
    /// An entry that exists.
    case edit(EntryID)
  }

  let target: Target
  var edits: [FieldEdit]

  init(_ target: Target, _ edits: [FieldEdit]) {
    self.target = target
    self.edits = edits
  }

  /// The place among the edits of the longest text, or `nil` where no edit gives one.
  var longest: Int? {
    edits.indices.filter { edits[$0].text != nil }.max { left, right in
      edits[left].text?.utf8.count ?? 0 < edits[right].text?.utf8.count ?? 0
    }
  }

  /// The entry, where it exists.
  var entry: EntryID? {
    guard case .edit(let entry) = target else { return nil }
    return entry
  }

  /// The kind of the entry that was to be made.
  var kind: Kind? {
    guard case .new(let kind) = target else { return nil }
    return kind
  }
}

extension FieldEdit {
  /// The value or text that the edit gives a field; an element of a set is none.
  var text: String? {
    switch self {
    case .set(_, let text), .replace(_, let text), .append(_, let text): text
    case .add, .remove: nil
    }
  }

  /// The same edit with another text.
  func with(text: String) -> FieldEdit {
    switch self {
    case .set(let field, _): .set(field: field, value: text)
    case .replace(let field, _): .replace(field: field, text: text)
    case .append(let field, _): .append(field: field, text: text)
    case .add, .remove: self
    }
  }

  func encode(into builder: inout ByteBuilder) {
    let (code, field, value): (UInt8, String, String) =
      switch self {
      case .set(let field, let value): (0, field, value)
      case .add(let field, let value): (1, field, value)
      case .remove(let field, let value): (2, field, value)
      case .replace(let field, let text): (3, field, text)
      case .append(let field, let text): (4, field, text)
      }
    builder.append(code)
    builder.append(string: field)
    builder.append(string: value)
  }

  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    let start = cursor
    let code = try cursor.readByte()
    let field = try cursor.readString(limit: cursor.remaining)
    let value = try cursor.readString(limit: cursor.remaining)
    switch code {
    case 0: self = .set(field: field, value: value)
    case 1: self = .add(field: field, value: value)
    case 2: self = .remove(field: field, value: value)
    case 3: self = .replace(field: field, text: value)
    case 4: self = .append(field: field, text: value)
    default: throw start.failure(.unknownValue)
    }
  }
}
