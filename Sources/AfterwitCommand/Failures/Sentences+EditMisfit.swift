internal import AfterwitDocument
internal import AfterwitJournal

extension Sentences {
  /// The words for an edit that cannot be meant as it stands.
  init(_ misfit: EditMisfit) {
    switch misfit {
    case .noField(let field, let owner):
      self.init(
        "A \(owner.word) has no field “\(field)” that can be written.",
        safe: "Nothing was changed.",
        next: "Its fields: " + owner.fields.map(\.name.name.string).joined(separator: ", "))
    case .noList(let list, let kind):
      self.init(
        "A \(kind.rawValue) has no list “\(list)”.", safe: "Nothing was changed.",
        next: kind.lists.isEmpty
          ? "Lists are in reflections and goals."
          : "Its lists: " + kind.lists.map(\.name.name.string).joined(separator: ", "))
    case .givenTwice(let field):
      self.init(
        "The field “\(field)” is given twice in one command.", safe: "Nothing was changed.",
        next: "Give it once, and repeat the command.")
    case .holdsSeveral(let field):
      self.init(field, "holds several values: use --add and --remove")
    case .holdsOne(let field): self.init(field, "holds one value: use --set")
    case .holdsNoText(let field):
      self.init(field, "holds no long text: use --set, --add or --remove")
    case .value(let value, let field, let expected):
      self.init(field, "takes \(expected), not “\(value)”")
    case .date(let phrase, let field, let misfit):
      self.init(misfit, in: phrase, field: field, safe: "Nothing was changed.")
    case .namesItself(let field):
      self.init(
        "An entry cannot name itself in the field “\(field)”, nor one that came of it.",
        safe: "Nothing was changed.",
        next: "Give the id of another entry; afterwit list shows them.")
    case .valueTooLong(let field, let limit): self.init(field, "takes at most \(limit) bytes")
    case .elementLength(let field, let limit): self.init(field, "takes 1 to \(limit) bytes")
    case .textTooLarge(let bytes, let limit):
      self.init(
        "The text has \(bytes) bytes; one change may have \(limit).",
        safe: "Nothing in the journal was changed.", next: "Save it in several smaller edits.")
    case .notUnderstood(let field):
      self.init(
        "The field “\(field)” was written by a later version of afterwit.",
        safe: "It is kept as it is, and the other fields can be edited.",
        next: "Install the current version of afterwit.")
    case .nothingSaid(of: .element(let list)):
      self.init(
        "There is nothing to write down.", safe: "No \(list.word) was added.",
        next: "Type: afterwit add ID \(list.word) “…”")
    case .nothingSaid(of: .entry):
      self.init(
        "There is nothing to write down.", safe: "No entry was made.",
        next: "Type: afterwit new reflection “what happened”")
    }
  }

  /// The words for a field that was given what it does not take.
  private init(_ field: String, _ what: String) {
    self.init(
      "The field “\(field)” \(what).", safe: "Nothing was changed.",
      next: "Correct the value and repeat the command.")
  }
}
