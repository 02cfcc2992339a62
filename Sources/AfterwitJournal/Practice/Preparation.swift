public import AfterwitDocument

/// What a person takes along to an event: what earlier ones taught, on one screen.
public struct Preparation: Hashable, Sendable {
  /// A question that may come, with how often it came and what was answered.
  public struct Question: Hashable, Sendable {
    /// The question.
    public let tally: QuestionTally
    /// How often it was asked in the whole journal.
    public let count: Int
  }

  /// A weakness, and what the person does about it.
  public struct Weakness: Hashable, Sendable {
    /// What was lacked, in the person's words.
    public let words: String
    /// What they do about it; empty where they have not said.
    public let answer: String
  }

  /// How many of each stand on the screen.
  static let limits = (mantras: 2, lessons: 3, questions: 4, asks: 3, open: 3)

  /// The present day where the person is.
  public let today: Day
  /// What lies ahead; `nil` where it was asked for by words alone.
  public let attempt: Attempt?
  /// The mantras, the newest first.
  public let mantras: [EntryView]
  /// The reflections whose lessons apply, the most closely related first.
  public let lessons: [EntryView]
  /// Questions that may be asked.
  public let questions: [Question]
  /// A weakness to be honest about.
  public let weakness: Weakness?
  /// A reflection whose story can be told.
  public let story: EntryView?
  /// Questions to ask them.
  public let asks: [ElementView]
  /// What is still open with them, and the reflection that it is in.
  public let open: [DueItem]

  /// Whether there is nothing to take along.
  public var isEmpty: Bool {
    mantras.isEmpty && lessons.isEmpty && questions.isEmpty && weakness == nil && story == nil
      && asks.isEmpty && open.isEmpty
  }

  /// Draws what applies out of reflections.
  ///
  /// - Parameters:
  ///   - organisation: whom the event is with.
  ///   - drawn: the reflections to draw on, the most closely related first; not the event's own.
  ///   - linked: the mantras that the drawn reflections name or that came from them, the newest
  ///     first.
  ///   - daily: the mantra of the day, for want of another.
  ///   - stories: reflections with a story, the newest first.
  ///   - count: how often a question was asked in the whole journal.
  public init(
    today: Day, attempt: Attempt?, organisation: String?, drawn: [EntryView], linked: [EntryView],
    daily: EntryView?, stories: [EntryView], count: (_ asked: String) throws -> Int
  ) rethrows {
    let own = [attempt?.entry].compactMap(\.self)
    let theirs = (own + drawn).filter { entry in
      guard let organisation, let name = entry.organisation else { return false }
      return organisation.compared == name.compared
    }
    let ownIDs = own.map(\.id)
    let withThem = own + theirs.filter { !ownIDs.contains($0.id) }
    self.today = today
    self.attempt = attempt
    mantras = Array(
      (linked.isEmpty ? [daily].compactMap(\.self) : linked).prefix(Self.limits.mantras))
    lessons = Array(drawn.filter { !$0.text(.lesson).isEmpty }.prefix(Self.limits.lessons))
    questions = try QuestionTally.all(holding: [], in: drawn).prefix(Self.limits.questions)
      .map { Question(tally: $0, count: max($0.occurrences.count, try count($0.asked))) }
    weakness = Self.weakness(in: drawn)
    story = drawn.first(where: \.hasStory) ?? stories.first
    let answer = FieldName(ofElement: .answer)
    asks = Array(
      (withThem + drawn.filter { entry in !withThem.contains { $0.id == entry.id } })
        .flatMap { $0.list(.asks) }.filter { $0.words(of: answer).isEmpty }
        .prefix(Self.limits.asks))
    open = Array(withThem.flatMap { DueItem.open(in: $0) }.prefix(Self.limits.open))
  }

  /// The first thing that was lacked and is answered; of none answered, the first.
  private static func weakness(in entries: [EntryView]) -> Weakness? {
    let all = entries.flatMap { entry in
      entry.list(.lacks).map { element in
        Weakness(
          words: element.words(of: FieldName(ofElement: .of)), answer: entry.text(.next))
      }
    }.filter { !$0.words.isEmpty }
    return all.first { !$0.answer.isEmpty } ?? all.first
  }
}
