internal import AfterwitDocument
internal import AfterwitJournal
internal import AfterwitText

extension EntryView {
  /// What is under review in the entry, and the hunks of its parts.
  var openReviews: [(key: ReviewKey, hunks: [[HunkID]])] {
    var found: [(key: ReviewKey, hunks: [[HunkID]])] = []
    for (element, part) in allOpenParts {
      let key = ReviewKey(
        field: FieldKey(entry: id, element: element, field: part.field), kind: part.kind)
      if found.last?.key == key {
        found[found.count - 1].hunks.append(part.hunks)
      } else {
        found.append((key, [part.hunks]))
      }
    }
    return found
  }
}
