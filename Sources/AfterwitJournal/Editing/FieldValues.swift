internal import AfterwitDocument

/// Values of the few fields of an entry.
///
/// They are found one after another: the type of a dictionary costs a process that makes one entry
/// more than all it would find in it.
struct FieldValues<Value> {
  private(set) var pairs: [(FieldName, Value)] = []

  init(pairs: [(FieldName, Value)] = []) {
    self.pairs = pairs
  }

  subscript(field: FieldName) -> Value? {
    get { pairs.first { $0.0 == field }?.1 }
    set {
      pairs.removeAll { $0.0 == field }
      if let newValue { pairs.append((field, newValue)) }
    }
  }
}
