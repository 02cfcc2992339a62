internal import AfterwitDevice
internal import AfterwitEncoding

/// Why something stands as it does, as a sentence.
struct ReasonSentence {
  /// The widest value that is told, in columns.
  private static let valueLimit = 40

  private let reason: Reason

  /// The sentence of a reason.
  init(_ reason: Reason) { self.reason = reason }

  /// The sentence, with what to type next where a review is open.
  var text: String {
    let review = reason.review.map { " A review is open: afterwit review show \($0.shortText)" }
    return sentence + "." + (review ?? "")
  }

  private var place: String {
    let words = [reason.field, reason.item?.shortText, reason.itemField].compactMap(\.self)
    return words.isEmpty ? "The entry" : words.joined(separator: " ")
  }

  /// What is shown, as the subject of a sentence.
  private var shown: String { "\(place) is " + Self.told(reason.value) }

  private var sentence: String {
    let by = Self.who(reason.by)
    let beside = Self.who(reason.beside)
    switch reason.rule {
    case .begun: return "\(place) was begun by \(by)"
    case .last where reason.value == nil: return "\(place) was last written by \(by)" + share
    case .last:
      let verb = reason.value == "" ? "cleared" : "written"
      let over = reason.beside.isEmpty ? "" : ", over \(Self.said(reason.beside))"
      return "\(shown): \(verb) by \(by)\(over)"
    case .laterClock:
      return
        "\(shown): \(Self.said(reason.by + reason.beside)) were written without knowing of each"
        + " other, and the one whose clock was later is shown"
    case .agreed:
      return "\(shown): \(Self.who(reason.by + reason.beside)) wrote the same without knowing of"
        + " each other"
    case .yielding:
      return "\(shown): written by \(by); \(beside) only took back to what all knew, and gives way"
    case .decided where reason.field == nil || reason.itemField == nil && reason.item != nil:
      return "\(place) was \(reason.value ?? "kept") by \(by), who had seen that \(beside) removed"
        + " and edited it at once"
    case .decided where reason.beside.isEmpty:
      let answers = reason.answers.isEmpty ? "" : ": " + reason.answers.told(own: "own words")
      let words = reason.by.first?.value.map { "with “\(Self.cut($0))”" } ?? "and kept what stood"
      return "A review of \(place) was decided by \(by)\(answers), \(words)"
    case .decided:
      return "\(shown): decided by \(by), between \(Self.said(reason.beside))"
    case .woven:
      let ending =
        reason.review == nil
        ? "the words of all stand together" : "some rewrote the same words: both stand"
      return "\(place) was written by \(by) without knowing of each other, and \(ending)"
    case .addWins:
      return
        "\(place) has \(Self.told(reason.value)): added by \(by); \(beside) took it out without"
        + " knowing of that, and what is added stays"
    case .counted:
      let all = reason.tallies.map { "\($0.count) by \($0.writer.place)" }.joinedAsProse
      return "\(shown): counted \(all)"
    case .added where reason.value == nil: return "\(place) was added by \(by)"
    case .added: return "\(place) has \(Self.told(reason.value)): added by \(by)"
    case .moved: return "\(place) was moved to its place by \(by)"
    case .movedApart:
      return "\(place) was moved by \(Self.who(reason.by + reason.beside)) without knowing of each"
        + " other; it stands where \(by) put it, whose clock was later"
    case .removed: return "\(place) was removed by \(by)"
    case .restored: return "\(place) was brought back by \(by)"
    case .editedBeside:
      return
        "\(place) was removed by \(beside), and written in by \(by) without knowing of that: it"
        + " stays in sight"
    case .takenBack: return "What \(done) was taken back by \(by)"
    case .broughtBack: return "What \(done) was taken back, and brought back by \(by)"
    }
  }

  /// How many changes of a text there are, and whose.
  private var share: String {
    let count = reason.tallies.reduce(0) { $0 + $1.count }
    guard count > 1 else { return "" }
    return "; \(count) changes by " + reason.tallies.map(\.writer).places.joinedAsProse
  }

  /// What a change did that was taken back.
  private var done: String {
    guard let first = reason.beside.first else { return "somebody did" }
    return "\(Self.who([first])) did (\(first.version.words))"
  }

  /// Who made changes, and when, each with its number.
  private static func who(_ sayings: [Reason.Saying]) -> String {
    sayings.map { name($0.version) }.joinedAsProse
  }

  private static func name(_ version: EntryVersion) -> String {
    "\(version.writer.place) on \(Moment(milliseconds: version.writer.milliseconds).local)"
      + " [\(version.number)]"
  }

  /// What was said, each with who said it.
  private static func said(_ sayings: [Reason.Saying]) -> String {
    sayings.map { "\(told($0.value)) by \(name($0.version))" }.joinedAsProse
  }

  private static func told(_ value: String?) -> String {
    guard let value, !value.isEmpty else { return "empty" }
    return cut(value)
  }

  private static func cut(_ value: String) -> String {
    Escaping.oneLine(value).cut(toColumns: valueLimit)
  }
}
