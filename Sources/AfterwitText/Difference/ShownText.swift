/// A text as a person was shown it, and what an edit of it is about.
public struct ShownText: Hashable, Sendable {
  /// The text.
  public let text: String
  /// The parts of a review that the edit decides, by their places; none for an ordinary edit.
  public var answers: [PartAnswer]
  /// The copies that stand in it, of which another device may take the later ones out.
  public var twins: [StandingTwins]

  /// A text of given parts.
  public init(_ text: String, answers: [PartAnswer] = [], twins: [StandingTwins] = []) {
    self.text = text
    self.answers = answers
    self.twins = twins
  }
}

/// What a person decides about one part of a review of a text.
public struct PartAnswer: Hashable, Sendable {
  /// The hunks of the part, ascending.
  public let hunks: [HunkID]
  /// The region of the part in the text that is edited, in scalars.
  public let region: Range<Int>

  /// An answer of given parts.
  public init(hunks: [HunkID], region: Range<Int>) {
    self.hunks = hunks
    self.region = region
  }
}
