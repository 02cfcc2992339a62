/// A storage that contradicts itself, as only damage to its files can make it.
package struct StorageDamage: Error, Hashable, Sendable {
  /// What is damaged, for the operator.
  package let what: String

  /// Damage to `what`.
  package init(_ what: String) {
    self.what = what
  }
}
