public import AfterwitDocument
public import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

extension Device {
  /// The versions of an entry, or those that changed an item of it, oldest first.
  ///
  /// - Parameter field: the one field of the entry or the item that is asked about; all where it is
  ///   `nil`. A change that takes another back is among them where that one is.
  /// - Throws: ``DeviceFailure`` of the code `usage` where there is no such field.
  public func history(
    of subject: Subject, field: String? = nil
  ) throws(DeviceFailure) -> [EntryVersion] {
    try reading { transaction in
      let history = try EntryHistory(subject.entry, transaction, environment)
      let versions = try history.versions(
        1...history.changes.count, by: try Writers(transaction))
      let asked = AskedField(element: subject.element, field: field)
      if let field, !versions.contains(where: { $0.edits.contains(where: asked.isIn) }) {
        try transaction.requireField(field, of: subject)
      }
      return asked.versions(of: versions)
    }
  }

  /// What an entry showed at a version.
  /// - Throws: ``DeviceFailure`` of the code `notFound` where there is no such version, and `usage`
  ///   where the name is none.
  public func entry(_ id: EntryID, at name: VersionName) throws(DeviceFailure) -> PastEntry {
    try reading { transaction in
      let history = try EntryHistory(id, transaction, environment)
      return try history.past(
        at: try history.somePlaces(of: name), by: try Writers(transaction))
    }
  }

  /// What an item of a list showed at a version of its entry, and that version.
  /// - Throws: ``DeviceFailure`` of the code `notFound` where it was not there yet.
  public func element(
    _ key: ElementKey, at name: VersionName
  ) throws(DeviceFailure) -> (report: ElementReport, version: EntryVersion) {
    let past = try entry(key.entry, at: name)
    guard let element = past.content.element(key.element) else {
      throw .history(.beforeItem(key.element.id.shortText))
    }
    let report = ElementReport(
      key: key, entry: past.view, view: past.content.elementView(key.element),
      isRemoved: element.presence?.isHidden == true)
    return (report, past.version)
  }
}
