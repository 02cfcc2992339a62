internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

extension Device {
  /// What differs between two versions of an entry, in all of it, in an item, or in one field.
  ///
  /// - Throws: ``DeviceFailure`` of the code `notFound` where there is no such version, and `usage`
  ///   where the range is none, or there is no such field.
  public func difference(
    of subject: Subject, in range: VersionRange, field: String? = nil
  ) throws(DeviceFailure) -> EntryDifference {
    try reading { transaction in
      let history = try EntryHistory(subject.entry, transaction, environment)
      let last = try history.somePlaces(of: range.last ?? .number(history.changes.count))
      let first = try range.first.map { try history.places(of: $0) } ?? Array(last.dropLast())
      guard Set(first).isStrictSubset(of: last) else {
        throw DeviceFailure.history(.emptyRange(range.typed))
      }
      let writers = try Writers(transaction)
      let after = try history.past(at: last, by: writers)
      let before = first.isEmpty ? nil : try history.past(at: first, by: writers)
      let parts = VersionComparison(from: before?.view, to: after.view).parts
      let asked = AskedField(element: subject.element, field: field)
      let found = parts.filter(asked.isIn)
      if let field, found.isEmpty { try transaction.requireField(field, of: subject) }
      return EntryDifference(
        first: before?.version, last: after.version, entry: after.view, parts: found)
    }
  }
}

extension AskedField {
  /// Whether a difference concerns it.
  fileprivate func isIn(_ part: EntryDifference.Part) -> Bool {
    guard let element else { return field == nil || part.field == field }
    guard part.item == element.id else { return false }
    return field == nil || part.itemField == field
  }
}
