/// A value that a test needed and did not get.
package struct Missing: Error {
  /// Nothing more is known of it.
  package init() {}
}

extension Optional {
  /// The value, without which a test cannot go on.
  package func required() throws -> Wrapped {
    guard let self else { throw Missing() }
    return self
  }
}
