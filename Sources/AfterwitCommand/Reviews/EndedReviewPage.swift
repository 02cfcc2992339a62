internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitText

/// A review that has ended as a page to read: what it asked, how it ended, and what stands now.
struct EndedReviewPage {
  private static let indent = 4

  /// How the page is dressed.
  let style: Style
  /// The review.
  let ended: EndedReview

  /// The page, without a final newline.
  func text(title: String) -> String {
    let asked = ReviewPage(
      style: style, review: ended.review, namesPart: false, isEnded: ended.end == .decided)
    return asked.text(title: title) + "\n\n" + end + "\n" + now
  }

  /// How it ended, by whom, and when.
  private var end: String {
    let (who, when) =
      ended.writer.map {
        (style.line($0.place), ", " + Moment(milliseconds: $0.milliseconds).local)
      } ?? ("nobody", "")
    let sentence: String =
      switch ended.end {
      case .decided: "Decided: \(answers), by \(who)\(when)."
      case .removed:
        "It ended without an answer: \(who) removed the \(thing) it was in\(when)."
      case .settled: "It ended without an answer: what was written since goes together."
      }
    return DressedText(sentence, .bold, in: style).text()
  }

  private var thing: String { ended.review.element == nil ? "entry" : "item" }

  private var answers: String {
    ended.answers.told(own: ended.review.kind == .value ? "another value" : "own words")
  }

  /// What stands now.
  private var now: String {
    if ended.isRemoved { return DressedText("It is out of sight now.", in: style).text() }
    if ended.review.kind == .deletion {
      return DressedText("It is in sight now.", in: style).text()
    }
    let decided = ended.review.parts.first?.current
    guard !Self.same(ended.now, decided) else {
      return DressedText("That stands now.", in: style).text()
    }
    var words = DressedText(style)
    if ended.review.kind == .value || ended.now == nil {
      words.append(ended.now ?? "(nothing)")
    } else {
      words.append(TextComparison(from: decided ?? "", to: ended.now ?? "").shortened)
    }
    return DressedText("It was changed since, and reads now:", in: style).text() + "\n"
      + words.text(indent: Self.indent)
  }

  private static func same(_ one: String?, _ other: String?) -> Bool {
    (one ?? "").utf8.elementsEqual((other ?? "").utf8)
  }

  /// What a person may type next.
  var nextSteps: [String] {
    let subject = ended.review.subject.shortText
    if ended.isRemoved { return ["Bring it back: afterwit restore \(subject)"] }
    return ended.review.kind == .deletion
      ? ["Look at it: afterwit show \(subject)"]
      : ["To change it: afterwit edit \(subject)"]
  }
}
