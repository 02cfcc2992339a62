internal import AfterwitEncoding

/// A field whose name has a code of one byte, which fixes its family too.
///
/// This is the one table of these names. Its order gives the codes, from 1, so it never changes, and
/// nothing is added: the name of a later field is written out (Protocol/4-documents, "Field names").
public enum CodedField: String, CaseIterable, Sendable {
  case entry, kind, title, starred, `private`, tags, occasion, on, organisation, role, stage
  case outcome, mood
  case moodAfter = "mood-after"
  case after, people, feelings, goals, mantras, happened, felt, mine
  case notMine = "not-mine"
  case lesson, next
  case storySituation = "story-situation"
  case storyStruggle = "story-struggle"
  case storyTurn = "story-turn"
  case storyResult = "story-result"
  case storyLearning = "story-learning"
  case lacks, questions, feedback
  case followUps = "follow-ups"
  case asks, state, due, cadence, why, wish, result, obstacle, plan, steps
  case checkIns = "check-ins"
  case from, words, belief, retired, place, recited

  /// The family that keeps it, on every device and for ever.
  public var family: FieldFamily {
    switch self {
    case .entry: .presence
    case .kind, .title, .starred, .private, .occasion, .on, .organisation, .role, .stage, .outcome,
      .mood, .moodAfter, .after, .state, .due, .cadence, .retired, .place:
      .register
    case .tags, .people, .feelings, .goals, .mantras, .from: .set
    case .happened, .felt, .mine, .notMine, .lesson, .next, .storySituation, .storyStruggle,
      .storyTurn, .storyResult, .storyLearning, .why, .wish, .result, .obstacle, .plan, .words,
      .belief:
      .text
    case .lacks, .questions, .feedback, .followUps, .asks, .steps, .checkIns: .list
    case .recited: .counter
    }
  }
}

extension CodedField {
  /// All of them; the one of code 1 has the place 0.
  static let all = allCases

  /// The places in ``all`` by name, ascending.
  ///
  /// No dictionary: a process that encodes a few names would pay for its type, not for its use.
  private static let places = all.indices.sorted {
    ExactString(all[$0].rawValue) < ExactString(all[$1].rawValue)
  }

  /// The place in ``all`` of the field of a name, or `nil` where no field with a code has it.
  static func place(of name: ExactString) -> Int? {
    let place = places[places.lastIndex(notBeyond: name) { ExactString(all[$0].rawValue) }]
    return ExactString(all[place].rawValue) == name ? place : nil
  }
}
