internal import AfterwitCausality
public import AfterwitEncoding

extension Transaction {
  /// Whether any of these changes has no place in the causal graph, or has one and nothing besides
  /// them was made on it.
  /// - Complexity: O(*changes*).
  public func holdsUnbuiltOn(_ changes: Set<EnvelopeID>) throws -> Bool {
    var places: Set<Int> = []
    for id in changes {
      guard let place = try changeIndex(id) else { return true }
      places.insert(place)
    }
    let graph = try causalGraph()
    var isBuiltOn: Set<Int> = []
    for index in (0..<graph.count).reversed() {
      guard !places.contains(index) || isBuiltOn.contains(index) else { return true }
      for parent in graph.parents(of: index) where places.contains(parent) {
        isBuiltOn.insert(parent)
      }
    }
    return false
  }
}
