public import AfterwitDocument
internal import AfterwitEncoding
public import AfterwitJournal
internal import AfterwitStore

/// An element of a list, and where it is.
public struct ElementReport: Hashable, Sendable {
  /// Its name.
  public let key: ElementKey
  /// The entry that its list is in.
  public let entry: EntryView
  /// What it shows; what it would show, where it was removed.
  public let view: ElementView
  /// Whether it was removed.
  public let isRemoved: Bool

  /// What its list is, or `nil` where a later version made it.
  public var list: ListDefinition? {
    entry.kind?.list(named: key.element.list.name.string)
  }
}
