public import AfterwitEncoding
public import AfterwitText

/// What a field holds after the changes that were merged into it.
public struct FieldState: Hashable, Sendable {
  /// The field's CRDT.
  public enum Value: Hashable, Sendable {
    /// A long text.
    case text(TextField)
    /// A short value.
    case register(Register)
    /// A set of short strings.
    case set(AddWinsSet)
    /// A sum.
    case counter(Counter)
    /// The elements of a list in their order.
    case list(ListField)
    /// A field of which nothing is understood.
    case unknown

    /// The state itself, with the code of its family; `nil` where nothing is understood.
    var kept: (family: FieldFamily, state: any Family)? {
      switch self {
      case .text(let field): (.text, field)
      case .register(let register): (.register, register)
      case .set(let set): (.set, set)
      case .counter(let counter): (.counter, counter)
      case .list(let list): (.list, list)
      case .unknown: nil
      }
    }
  }

  /// What is understood.
  public internal(set) var value: Value
  /// The changes whose operations on this field are not understood, or rest on such.
  public internal(set) var notUnderstood: [Int]

  /// A text as a person is shown it; empty for a field of another family.
  public var shownText: ShownText {
    if case .text(let field) = value { field.shown } else { ShownText("") }
  }

  /// The history that the field keeps: how many events it has, and the text that they give; `nil`
  /// where its family keeps none.
  public var history: (eventCount: Int, text: String)? {
    switch value {
    case .text(let field): (field.eventCount, field.text)
    case .list(let list): (list.eventCount, list.row.text)
    case .register, .set, .counter, .unknown: nil
    }
  }

  /// A state of given parts.
  public init(value: Value, notUnderstood: [Int] = []) {
    self.value = value
    self.notUnderstood = notUnderstood
  }

  /// The state of a field that nobody has touched.
  init(family: FieldFamily?) {
    if case .field(let family)? = family?.rules {
      self.init(value: family.init().value)
    } else {
      self.init(value: .unknown)
    }
  }
}

extension FieldState {
  /// What the field shows, or `nil` where it shows nothing.
  public var view: FieldView? { value.kept?.state.view }

  /// What is under review in the field.
  public func openParts(of field: FieldName) -> [OpenPart] {
    value.kept?.state.openParts(of: field) ?? []
  }
}

// The form in which the store keeps a field. It never leaves the device; a rebuild makes it anew.
extension FieldState {
  /// The bytes the store keeps.
  public var bytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(list: notUnderstood)
    if let (family, state) = value.kept {
      builder.append(family.rawValue)
      state.encode(into: &builder)
    } else {
      builder.append(0)
    }
    return builder.bytes
  }

  /// Reads what ``bytes`` wrote.
  public init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    let notUnderstood = try cursor.readList()
    let code = try cursor.readByte()
    if case .field(let family)? = FieldFamily(rawValue: code)?.rules {
      self.init(value: try family.init(decoding: &cursor).value)
    } else {
      guard code == 0 else { throw cursor.failure(.unknownValue) }
      self.init(value: .unknown)
    }
    self.notUnderstood = notUnderstood
    try cursor.requireEnd()
  }
}
