public import AfterwitDocument

/// A part of the story that a failure is told as: what it was like, what was hard about it, what
/// turned it, what came of it and what it taught.
public enum StoryPart: String, CaseIterable, Sendable {
  case situation, struggle, turn, result, learning

  /// The text field of a reflection that holds the part.
  public var field: CodedField {
    switch self {
    case .situation: .storySituation
    case .struggle: .storyStruggle
    case .turn: .storyTurn
    case .result: .storyResult
    case .learning: .storyLearning
    }
  }
}
