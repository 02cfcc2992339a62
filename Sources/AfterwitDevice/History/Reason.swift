public import AfterwitEncoding

/// Why something of an entry stands as it does: the rule that decided, and the changes that it decided
/// about.
public struct Reason: Hashable, Sendable {
  /// The rule by which changes produced what stands.
  public enum Rule: String, Hashable, Sendable {
    /// The entry was begun.
    case begun
    /// The last change counts.
    case last
    /// Several wrote without knowing of each other: the later clock is shown.
    case laterClock = "later-clock"
    /// Several wrote the same without knowing of each other.
    case agreed
    /// Others only took a value back to what all knew, and give way.
    case yielding
    /// Somebody decided who had seen what the others wrote.
    case decided
    /// Words that several wrote without knowing of each other stand together.
    case woven
    /// An element was added, and taken out by somebody who did not know: it stays.
    case addWins = "add-wins"
    /// All that was counted is summed.
    case counted
    /// An item was added, or an element of a set.
    case added
    /// An item was moved.
    case moved
    /// Several moved an item without knowing of each other: the place of the later clock counts.
    case movedApart = "moved-apart"
    /// The entry or the item was removed.
    case removed
    /// It was removed and brought back.
    case restored
    /// It was removed, and edited by somebody who did not know: it stays in sight.
    case editedBeside = "edited-beside"
    /// A change was taken back.
    case takenBack = "taken-back"
    /// A change that was taken back was brought back.
    case broughtBack = "brought-back"
  }

  /// What a version said of it.
  public struct Saying: Hashable, Sendable {
    /// The version.
    public let version: EntryVersion
    /// The value, or the words; `nil` where there is none to tell.
    public let value: String?
  }

  /// How much a machine counted.
  public struct Tally: Hashable, Sendable {
    /// The machine, and when it counted last.
    public let writer: Writer
    /// How much.
    public let count: Int
  }

  /// The field or list; `nil` where it is about the entry as such.
  public let field: String?
  /// The item of the list.
  public let item: ElementID?
  /// The field of the item.
  public let itemField: String?
  /// The rule.
  public let rule: Rule
  /// What is shown: a value, an element of a set, a sum; `nil` where there is none to tell.
  public var value: String?
  /// The changes that produced what stands, the one that counts first.
  public var by: [Saying] = []
  /// The changes that it was decided over.
  public var beside: [Saying] = []
  /// What was chosen for each part of a text that was decided; `nil` for words of somebody's own.
  public var answers: [ReviewAnswer?] = []
  /// Who counted how much, or wrote how often.
  public var tallies: [Tally] = []
  /// The review that is open about it.
  public var review: ReviewID?
}
