internal import AfterwitDocument

/// What of an entry a person asks about: all of it, an item, or one field of either.
struct AskedField {
  let element: ListElement?
  let field: String?

  /// Whether something that was done concerns it.
  func isIn(_ edit: VersionEdit) -> Bool {
    guard let element else { return field == nil || edit.field == field }
    guard edit.isAbout(element) else { return false }
    return field == nil || edit.itemField == field
  }

  /// The versions that concern it, and those that take such a one back.
  func versions(of all: [EntryVersion]) -> [EntryVersion] {
    guard element != nil || field != nil else { return all }
    var numbers: Set<Int> = []
    return all.filter { version in
      let concerns =
        version.edits.contains(where: isIn) || version.undone.contains(where: numbers.contains)
      if concerns { numbers.insert(version.number) }
      return concerns
    }
  }
}
