internal import AfterwitDocument
internal import AfterwitText

// A person gives a day in words, and a reflection holds a day and a time of it in two fields. So a
// phrase becomes plain values before anything else looks at it, and is remembered to be echoed.

extension EditPlan {
  /// The edits that an edit means: of a phrase for a day the day, and the time if one was named.
  mutating func dated(
    _ edit: FieldEdit, among edits: [FieldEdit]
  ) throws(EditMisfit) -> [FieldEdit] {
    guard let phrase = edit.value, !phrase.isEmpty,
      let definition = owner.field(named: edit.field), definition.rule == .date
    else { return [edit] }
    do throws(DateMisfit) {
      let named = try NamedDay(
        phrase, from: standpoint, direction: direction(of: definition, among: edits))
      let at = FieldName.at.name.string
      guard named.time == nil || owner.field(named: at) != nil else { throw .takesNoTime }
      if !named.isPlain {
        understood.append(
          UnderstoodDate(
            field: edit.field, day: named.day, time: named.time, today: standpoint.now.day))
      }
      return [.set(field: edit.field, value: named.day.description)]
        + (named.time.map { [.set(field: at, value: $0.description)] } ?? [])
    } catch {
      throw .date(phrase, field: edit.field, error)
    }
  }

  /// An attempt of which nothing is written yet lies ahead; what is written about has happened.
  private func direction(
    of definition: FieldDefinition, among edits: [FieldEdit]
  ) -> DateDirection {
    guard case .entry(.reflection) = owner else { return definition.direction }
    let isAttempt = ["", "interview"].contains(value(of: .occasion, after: edits))
    let isTold =
      !value(of: .outcome, after: edits).isEmpty || !value(of: .mood, after: edits).isEmpty
      || edits.contains { isText($0.field) && $0.saysSomething }
      || states.pairs.contains { !$1.shownText.text.isEmpty }
    return isAttempt && !isTold ? .future : .past
  }

  private func isText(_ field: String) -> Bool {
    owner.field(named: field)?.name.family == .text
  }

  /// What a register will show once some edits are made; empty where it shows nothing.
  private func value(of field: CodedField, after edits: [FieldEdit]) -> String {
    if let edit = edits.last(where: { $0.field == field.rawValue }) { return edit.value ?? "" }
    guard case .register(let register)? = states[FieldName(field)]?.value else { return "" }
    return register.shown ?? ""
  }
}

extension FieldEdit {
  /// The whole value that the edit gives its field; `nil` for a paragraph and for an element.
  fileprivate var value: String? {
    switch self {
    case .set(_, let value), .replace(_, let value): value
    case .append, .add, .remove: nil
    }
  }
}
