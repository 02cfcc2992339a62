/// A map that never outgrows its capacity: a new key that finds it full empties it first.
///
/// It keeps what can be read again, so that to forget everything costs a little time and needs no
/// order of what was used last.
struct BoundedMap<Key: Hashable, Value> {
  private let capacity: Int
  private var values: [Key: Value] = [:]

  init(capacity: Int) {
    precondition(capacity > 0)
    self.capacity = capacity
  }

  /// The value of a key, if it is kept.
  subscript(key: Key) -> Value? {
    get { values[key] }
    set {
      if newValue != nil, isFull(for: key) { values.removeAll() }
      values[key] = newValue
    }
  }

  /// Whether to keep a value for the key would empty the map.
  func isFull(for key: Key) -> Bool {
    values.count >= capacity && values[key] == nil
  }

  /// Forgets the values that fulfil a condition.
  mutating func removeAll(where isForgotten: (Value) -> Bool) {
    values = values.filter { !isForgotten($0.value) }
  }
}
