internal import AfterwitJournal

// `--field` names the field of the texts behind it, so several texts can be given at once:
// `--field lesson --text L --field next --text N`. One `--field` alone may stand anywhere and holds
// for all texts of the line. A text before the first of several goes to the main text, and `-` to
// the one that no text follows.

/// What is typed behind `edit ID`: fields, and what each is given, in the order typed.
struct TypedEdits: Hashable {
  /// One option with its value, or `-`.
  enum Piece: Hashable {
    case field(String)
    case text(String)
    case append(String)
    case edit(FieldEdit)
    case input
  }

  let pieces: [Piece]

  /// The fields that are named.
  var fields: [String] {
    pieces.compactMap { if case .field(let name) = $0 { name } else { nil } }
  }

  /// Whether a text is given, or is to come through stdin.
  var hasText: Bool {
    pieces.contains { piece in
      switch piece {
      case .text, .append, .input: true
      case .field, .edit: false
      }
    }
  }

  /// Whether nothing is given, so that an editor is to be opened.
  var areNone: Bool { pieces.count == fields.count }

  /// Refuses fields that are named for nothing.
  func check() throws(CommandFailure) {
    guard !hasText, let field = fields.first else { return }
    guard areNone else {
      throw .usage("--field needs a text here.", next: "Add --text TEXT, --append TEXT, or -.")
    }
    guard fields.count == 1 else {
      throw .usage(
        "An editor opens one field.",
        next: "Name one, or give each its text: --field \(field) --text TEXT …")
    }
  }

  /// The edits, in the order typed, and which of them awaits the text that comes through stdin.
  ///
  /// - Parameter main: the field of texts for which none is named.
  func edits(main: String) throws(CommandFailure) -> (edits: [FieldEdit], awaited: Int?) {
    let fields = try fieldsOfTexts(main: main)
    try checkKinds(fields)
    var edits: [FieldEdit] = []
    var awaited: Int?
    for (piece, field) in zip(pieces, fields) {
      switch piece {
      case .field: continue
      case .text(let text): edits.append(.replace(field: field, text: text))
      case .append(let text): edits.append(.append(field: field, text: text))
      case .edit(let edit): edits.append(edit)
      case .input:
        awaited = edits.count
        edits.append(.replace(field: field, text: ""))
      }
    }
    return (edits, awaited)
  }

  /// For each piece the field that it gives a text to, if it gives one.
  private func fieldsOfTexts(main: String) throws(CommandFailure) -> [String] {
    let named = fields
    guard named.count > 1 else { return pieces.map { _ in named.first ?? main } }
    var field = main
    var idle: [String] = []
    var isIdle = false
    var result: [String] = []
    for piece in pieces {
      switch piece {
      case .field(let name):
        if isIdle { idle.append(field) }
        (field, isIdle) = (name, true)
      case .text, .append: isIdle = false
      case .edit, .input: break
      }
      result.append(field)
    }
    if isIdle { idle.append(field) }
    if let input = pieces.firstIndex(of: .input) {
      result[input] = idle.popLast() ?? main
    }
    guard idle.isEmpty else {
      throw .usage(
        "The field “\(idle[0])” is named, and no text for it.",
        next: "Give it one: --field \(idle[0]) --text TEXT, or --append TEXT.")
    }
    return result
  }

  /// Refuses to give one field texts of several kinds.
  private func checkKinds(_ fields: [String]) throws(CommandFailure) {
    var kinds: [String: Set<Int>] = [:]
    for (piece, field) in zip(pieces, fields) {
      switch piece {
      case .text: kinds[field, default: []].insert(0)
      case .append: kinds[field, default: []].insert(1)
      case .input: kinds[field, default: []].insert(2)
      case .field, .edit: break
      }
    }
    guard kinds.values.allSatisfy({ $0.count == 1 }) else {
      throw .usage(
        "--text, --append and - exclude each other.",
        next: "Give a field one of them, or name another field before the next: --field FIELD")
    }
  }
}
