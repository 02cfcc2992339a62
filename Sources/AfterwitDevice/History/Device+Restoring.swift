internal import AfterwitDocument
public import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

extension Device {
  /// Makes an entry show what it showed at a version, by one new change on top of all.
  ///
  /// - Parameter field: the one field or list that is brought back; all of them where it is `nil`.
  /// - Throws: ``DeviceFailure`` of the code `notFound` where there is no such version, and `usage`
  ///   where the name is none, or the entry has no such field.
  public func bringBack(
    _ name: VersionName, of id: EntryID, field: String? = nil
  ) throws(DeviceFailure) -> RestorationOutcome {
    try writing { transaction in
      let history = try EntryHistory(id, transaction, environment)
      let past = try history.past(
        at: try history.somePlaces(of: name), by: try Writers(transaction))
      guard let now = try transaction.content(of: id) else {
        throw DeviceFailure.entry(.absent(id.shortText))
      }
      if let field { try transaction.requireField(field, of: .entry(id)) }
      let restoration = Restoration(entry: id, now: now, then: past.content)
      let blocks = try restoration.blocks().filter { block in
        field.map { block.key.entryField.name == ExactString($0) } ?? true
      }
      if !blocks.isEmpty { try record(blocks, touching: id, transaction) }
      let fields = Set(blocks.map(\.key.entryField)).subtracting([.presence]).sorted()
      return RestorationOutcome(
        version: past.version, fields: fields.map(\.name.string), isChange: !blocks.isEmpty,
        kept: restoration.keptCounters.filter { field == nil || field == $0.field })
    }
  }
}
