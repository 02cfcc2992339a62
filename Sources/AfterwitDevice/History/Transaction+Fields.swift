internal import AfterwitDocument
internal import AfterwitJournal
internal import AfterwitStore

extension Transaction {
  /// Refuses the name of a field that an entry or an item has not.
  func requireField(_ field: String, of subject: Subject) throws {
    let owner = try owner(subject)
    if case .entry(let kind) = owner {
      let others = kind.lists.map(\.name) + (kind.counter.map { [$0] } ?? [])
      if others.contains(where: { $0.name == ExactString(field) }) { return }
    }
    guard owner.field(named: field) == nil, field != FieldName.kind.name.string else { return }
    throw EditMisfit.noField(field, of: owner)
  }
}
