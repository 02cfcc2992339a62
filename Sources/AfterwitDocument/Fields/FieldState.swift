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
    /// A field of which nothing is understood.
    case unknown
  }

  /// What is understood.
  public internal(set) var value: Value
  /// The changes whose operations on this field are not understood, or rest on such.
  public internal(set) var notUnderstood: [Int]

  /// A state of given parts.
  public init(value: Value, notUnderstood: [Int] = []) {
    self.value = value
    self.notUnderstood = notUnderstood
  }

  /// The state of a field that nobody has touched.
  init(family: FieldFamily?) {
    switch family {
    case .text: self.init(value: .text(TextField()))
    case .register: self.init(value: .register(Register()))
    case .set: self.init(value: .set(AddWinsSet()))
    case .presence, .counter, .list, .log, nil: self.init(value: .unknown)
    }
  }
}
