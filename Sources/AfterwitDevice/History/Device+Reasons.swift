public import AfterwitJournal
internal import AfterwitStore

extension Device {
  /// Why an entry, an item of it, or one field stands as it does.
  ///
  /// - Throws: ``DeviceFailure`` of the code `usage` where there is no such field.
  public func reasons(
    for subject: Subject, field: String? = nil
  ) throws(DeviceFailure) -> (entry: EntryView, reasons: [Reason]) {
    try reading { transaction in
      let history = try EntryHistory(subject.entry, transaction, environment)
      var reader = try ReasonReader(history, transaction)
      let asked = AskedField(element: subject.element, field: field)
      let reasons = try reader.reasons(for: asked)
      if let field, reasons.isEmpty { try transaction.requireField(field, of: subject) }
      return (reader.view, reasons)
    }
  }
}
