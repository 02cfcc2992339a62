/// A text as a person was shown it, and what an edit of it is about.
///
/// Where changes met, what stands is not what the changes give: each such place is told with its
/// place in the text that they give, because operations count in that one.
public struct ShownText: Hashable, Sendable {
  /// A stretch that stands where changes met.
  public struct Place: Hashable, Sendable {
    /// The positions in the text that is shown, in scalars.
    public let shown: Range<Int>
    /// The positions in the text that the changes give.
    public let given: Range<Int>
    /// The hunks of the part, ascending.
    public let hunks: [HunkID]

    /// A place of given parts.
    public init(shown: Range<Int>, given: Range<Int>, hunks: [HunkID]) {
      self.shown = shown
      self.given = given
      self.hunks = hunks
    }
  }

  /// The text.
  public let text: String
  /// The places where changes met, ascending and apart.
  public let places: [Place]
  /// The hunks of the parts that the edit decides; none for an ordinary edit.
  public var answers: [[HunkID]]

  /// A text of given parts.
  public init(_ text: String, places: [Place] = [], answers: [[HunkID]] = []) {
    self.text = text
    self.places = places
    self.answers = answers
  }

  /// What stands of a text that changes give.
  ///
  /// - Parameters:
  ///   - given: the text that the changes give.
  ///   - standing: what stands in it instead, ascending and apart.
  public init(given: String, standing: [StandingWords]) {
    let scalars = Array(given.unicodeScalars)
    var view = String.UnicodeScalarView()
    var count = 0
    var end = 0
    var places: [Place] = []
    for words in standing {
      view.append(contentsOf: scalars[end..<words.place.lowerBound])
      count += words.place.lowerBound - end
      let start = count
      view.append(contentsOf: words.words.unicodeScalars)
      count += words.words.unicodeScalars.count
      end = words.place.upperBound
      places.append(Place(shown: start..<count, given: words.place, hunks: words.hunks))
    }
    view.append(contentsOf: scalars[end...])
    self.init(String(view), places: places)
  }
}
