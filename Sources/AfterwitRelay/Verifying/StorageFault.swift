package import AfterwitEncoding

/// Something in a storage that is not as the relay wrote it.
package struct StorageFault: Hashable, Sendable {
  /// The journal; `nil` for what is of none.
  package let journal: JournalID?
  /// The place in its order, if it is of one.
  package let position: UInt64?
  /// What is wrong, in words for the operator.
  package let what: String

  /// A fault of given parts.
  package init(_ what: String, of journal: JournalID? = nil, at position: UInt64? = nil) {
    self.journal = journal
    self.position = position
    self.what = what
  }
}
