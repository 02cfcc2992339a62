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

extension ElementReport {
  /// The elements that an entry shows, list by list, each in its place.
  static func shown(in entry: EntryView) -> [ElementReport] {
    guard !entry.isDeleted else { return [] }
    return entry.fields.flatMap { field -> [ElementReport] in
      guard case (let list, .list(let elements)) = field else { return [] }
      return elements.map { element in
        let key = ElementKey(entry: entry.id, element: ListElement(list: list, id: element.id))
        return ElementReport(key: key, entry: entry, view: element, isRemoved: false)
      }
    }
  }
}
