internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

extension Device {
  /// Who wrote each line of the texts of an entry or an item, or of one of them.
  ///
  /// - Throws: ``DeviceFailure`` of the code `usage` where the field is none, or holds no text.
  public func blame(
    of subject: Subject, field: String? = nil
  ) throws(DeviceFailure) -> [BlamedText] {
    try reading { transaction in
      let history = try EntryHistory(subject.entry, transaction, environment)
      guard let content = try transaction.content(of: subject.entry) else { return [] }
      let states = subject.element.map { content.element($0)?.states ?? [] } ?? content.states
      if let field {
        try transaction.requireField(field, of: subject)
        let isText = try transaction.owner(subject).field(named: field)?.name.family == .text
        guard isText else { throw EditMisfit.holdsNoText(field: field) }
      }
      var shelf = try StoreShelf(reading: transaction)
      let writers = try Writers(transaction)
      func number(of index: Int) -> Int? { history.changes.place(of: index).map { $0 + 1 } }
      return try states.sorted { $0.0 < $1.0 }.compactMap { name, state in
        guard name.family == .text, field.map({ name.name == ExactString($0) }) ?? true,
          !state.shownText.text.isEmpty
        else { return nil }
        let past = try shelf.history(
          of: FieldKey(entry: subject.entry, element: subject.element, field: name))
        let lines = state.shownText.lines(writtenBy: past.text.writers())
        let asked = Set(lines.compactMap { $0.event.flatMap { number(of: past.indices[$0]) } })
        let versions = Dictionary(
          uniqueKeysWithValues: try history.versions(asked, by: writers).map { ($0.number, $0) })
        return BlamedText(
          field: name.name.string, item: subject.element?.id,
          lines: lines.map { line in
            let number = line.event.flatMap { number(of: past.indices[$0]) }
            return BlamedText.Line(text: line.text, version: number.flatMap { versions[$0] })
          })
      }
    }
  }
}
