public import AfterwitDocument
public import AfterwitEncoding

/// What a person means by the beginning of an id: an entry, or an element of a list.
public enum Subject: Hashable, Sendable {
  /// An entry.
  case entry(EntryID)
  /// An element.
  case element(ElementKey)

  /// The entry, or that of the element.
  public var entry: EntryID {
    switch self {
    case .entry(let id): id
    case .element(let key): key.entry
    }
  }

  /// The element, without its entry; `nil` for an entry.
  public var element: ListElement? {
    if case .element(let key) = self { key.element } else { nil }
  }

  /// Its own id, as people see it.
  public var shortText: String {
    switch self {
    case .entry(let id): id.shortText
    case .element(let key): key.element.id.shortText
    }
  }

  /// All characters of its own id.
  public var text: String {
    switch self {
    case .entry(let id): id.text
    case .element(let key): key.element.id.text
    }
  }
}
