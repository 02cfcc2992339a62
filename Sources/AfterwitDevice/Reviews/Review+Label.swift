internal import AfterwitDocument
internal import AfterwitEncoding

extension Review {
  /// The item that it is in, or the entry itself.
  public var subject: Subject {
    element.map { .element(ElementKey(entry: entry, element: $0)) } ?? .entry(entry)
  }

  /// Where it is in the entry: the field, or for an item the list and the field.
  public var place: String {
    guard let element else { return field }
    let list = element.list.name.string
    return kind == .deletion ? list : list + " " + field
  }

  /// What a person types to name a part: `R` if it is the only part, else `R.PART`.
  public func label(of part: Part) -> String {
    parts.count == 1 && part.number == 1 ? id.shortText : id.shortText + ".\(part.number)"
  }
}
