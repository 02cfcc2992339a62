internal import AfterwitDocument
internal import AfterwitEncoding

extension Review {
  /// The item that it is in, or the entry itself.
  public var subject: Subject {
    element.map { .element(ElementKey(entry: entry, element: $0)) } ?? .entry(entry)
  }

  /// Where it is in the entry: the field, or for an item the list and the field.
  public var place: String { Self.place(of: field, in: element, isWhole: kind == .deletion) }

  /// Where something is in an entry: the field, or for an item the list and the field.
  ///
  /// - Parameter isWhole: whether it is the whole item, and no field of it.
  static func place(of field: String, in element: ListElement?, isWhole: Bool) -> String {
    guard let list = element?.list.name.string else { return field }
    return isWhole ? list : list + " " + field
  }

  /// What a person types to name a part: `R` if it is the only part, else `R.PART`.
  public func label(of part: Part) -> String {
    parts.count == 1 && part.number == 1 ? id.shortText : id.shortText + ".\(part.number)"
  }
}
