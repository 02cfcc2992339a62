internal import AfterwitDevice

// Each answer is one change of its own, recorded before the next part is shown. So whatever ends the
// walk, a key, a signal or a terminal that is gone, what was answered is decided and the rest is open.

/// A walk through the open parts of all reviews, a key an answer.
struct ReviewWalk {
  private let device: Device
  private var skipped: Set<KnownPart> = []
  private var decided = 0

  /// A walk that has not begun.
  init(on device: Device) { self.device = device }

  /// Shows one part after another until all are decided or skipped, or the person leaves.
  mutating func run() async throws {
    var isLeft = false
    while !isLeft,
      let open = try device.openReviews().first(where: { !skipped.contains($0.part) })
    {
      isLeft = try await !ask(open)
    }
    for line in try farewell() { Output.talk(line) }
  }

  /// Shows a part, and takes the key; `false` if the person leaves.
  private mutating func ask(_ open: OpenReview) async throws -> Bool {
    let review: Review
    do throws(DeviceFailure) {
      review = try device.review(open.name)
    } catch {
      return try goOn(after: error, at: open)
    }
    guard let part = review.parts.first else { return true }
    let style = Style.standardOutput
    let page = ReviewPage(
      style: style, review: review, namesPart: open.name.contains("."))
    Output.line("\n" + page.text(title: open.title))
    let keys = WalkKeys(of: part, in: review)
    Output.talk("")
    Output.ask(keys.line + " > ")
    var unconfirmed: WalkKeys.Deed?
    while true {
      let key = KeyReader.next()
      switch key {
      case .other: continue
      case .leave:
        Output.talk("quit")
        return false
      case .end(let signal):
        Output.talk("")
        guard let signal else { return false }
        for line in try farewell() { Output.talk(line) }
        throw Interrupted(signal: signal, failure: nil)
      case .character(let character):
        guard let deed = keys.deed(of: character) else { continue }
        Output.talk(word(of: deed))
        if part.isEdited, case .answer(let answer) = deed, answer != .current, unconfirmed != deed {
          unconfirmed = deed
          Output.ask(
            "What stands was written over the sides. Once more \(character) takes that away > ")
          continue
        }
        guard let goesOn = try await perform(deed, at: open, replaces: part.isEdited) else {
          Output.ask(keys.line + " > ")
          continue
        }
        return goesOn
      }
    }
  }

  /// Does what a key says; `nil` if the person is asked again, `false` if they leave.
  private mutating func perform(
    _ deed: WalkKeys.Deed, at open: OpenReview, replaces: Bool
  ) async throws -> Bool? {
    do {
      switch deed {
      case .quit: return false
      case .skip: skipped.insert(open.part)
      case .edit:
        let decision = try await EditorDecision(name: open.name).run(on: device)
        guard let (outcome, field) = decision else { return nil }
        decided += 1
        say(try DecisionTalk.news(outcome, field: field, on: device))
      case .answer(let answer):
        let outcome = try device.resolve(open.name, with: answer, replacingEdits: replaces)
        decided += 1
        say(DecisionTalk.news(outcome))
      }
      return true
    } catch let failure as DeviceFailure {
      return try goOn(after: failure, at: open)
    }
  }

  /// Says that a part has changed or was decided since it was shown, and goes on with what is open now.
  private mutating func goOn(after failure: DeviceFailure, at open: OpenReview) throws -> Bool {
    switch failure.cause {
    case .review(.changed): break
    case .review: skipped.insert(open.part)
    default: throw failure
    }
    Output.talk(Sentences(failure).happened)
    return true
  }

  private func word(of deed: WalkKeys.Deed) -> String {
    switch deed {
    case .answer(let answer): answer.word
    case .edit: "edit"
    case .skip: "skip"
    case .quit: "quit"
    }
  }

  private func say(_ lines: [String]) {
    for line in lines { Output.talk(line) }
  }

  /// How many were decided, and how many are left.
  private func farewell() throws -> [String] {
    let open = try device.openReviewCount()
    let count = decided == 1 ? "1 decision is made. " : "\(decided) decisions are made. "
    return [(decided == 0 ? "Nothing was decided. " : count) + DecisionTalk.open(open)]
  }
}
