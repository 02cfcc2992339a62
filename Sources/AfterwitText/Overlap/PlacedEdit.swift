// Whether two edits are about one thing is asked twice: of the hunks of two concurrent changes, in
// the text at their common ancestors, and of what the sides of a part make of a sentence. Both ask
// it of edits that are placed in a text (Protocol/4-documents, "What an edit is about").

/// Where an edit lies in a text, and which of its words it is about.
struct PlacedEdit: Hashable, Sendable {
  /// From the scalars before its first item to those up to its last, ends included.
  var place: ClosedRange<Int>
  /// The scalars before what it inserts, ascending, each once.
  var gaps: [Int]
  /// What it inserts.
  var words: InsertedWords
  /// Whether it puts in whole paragraphs.
  var isParagraph: Bool
  /// From the start of the first unit it touches to the end of the last, or `nil` without any.
  var touched: Range<Int>?
  /// The same with the neighbours of these units, and of the words it puts in.
  var reach: Range<Int>?
  /// The numbered lists whose numbers it alters.
  private var lists: [Range<Int>] = []
  /// The lines of these lists, and those that count as theirs.
  private(set) var list: Range<Int>?
  /// The gap at which it puts in lines behind another one, whatever became of the end of that one.
  private var lineGap: Int?
  /// Everything in which another edit may be about the same thing.
  private(set) var surroundings: ClosedRange<Int>
  /// The scalars beside it.
  var edges = Edges()

  /// The scalars of the text beside a place.
  struct Edges: Hashable, Sendable {
    /// The last one before the place.
    var before: Unicode.Scalar?
    /// The first one behind it.
    var behind: Unicode.Scalar?
  }

  /// Places an edit in a text.
  init(
    place: ClosedRange<Int>, gaps: [Int], text: some BidirectionalCollection<Unicode.Scalar>,
    isParagraph: Bool,
    in window: TextWindow
  ) {
    self.place = place
    self.gaps = gaps
    self.isParagraph = isParagraph
    words = InsertedWords(text)
    surroundings = place.widened(overSpacesIn: window)
    edges = Edges(before: window[place.lowerBound - 1], behind: window[place.upperBound])
    guard !isParagraph else { return }
    let units = window.units
    let touched = touched(in: units)
    self.touched = touched.map { units.units[$0.lowerBound].start..<units.units[$0.upperBound].end }
    reach = reach(from: touched, in: window)
    if let reach {
      surroundings =
        min(
          surroundings.lowerBound, reach.lowerBound)...max(
          surroundings.upperBound, reach.upperBound)
    }
  }

  /// Tells that it alters the numbers of lists.
  mutating func alter(_ altered: AlteredLists) {
    lists = altered.lists
    list = altered.lines
    surround(altered.lines.lowerBound...altered.lines.upperBound)
  }

  /// Tells that it puts in lines at a gap.
  mutating func putLines(at gap: Int) {
    lineGap = gap
    surround(gap...gap)
  }

  private mutating func surround(_ places: ClosedRange<Int>) {
    surroundings =
      min(
        surroundings.lowerBound, places.lowerBound)...max(
        surroundings.upperBound, places.upperBound)
  }

  /// The gaps by which two edits that delete nothing are told to be at one place.
  var gapsOfLines: [Int] { lineGap.map { [$0] } ?? gaps }

  /// Whether both alter the numbers of one list.
  func sharesList(with other: PlacedEdit) -> Bool {
    lists.contains(where: other.lists.contains)
  }

  /// Whether it inserts nothing.
  var isDeletion: Bool { gaps.isEmpty }

  /// The places in the list of the first unit that it touches and the last one.
  private func touched(in units: Units) -> ClosedRange<Int>? {
    var low = Int.max
    var high = -1
    func take(_ unit: Int) { (low, high) = (min(low, unit), max(high, unit)) }
    let inside = units.within(place.lowerBound..<place.upperBound)
    if let first = inside.first, let last = inside.last {
      take(first)
      take(last)
    }
    if place.isSingle, let unit = units.around(place.lowerBound) { take(unit) }
    let before = units.units.firstIndex { $0.end == place.lowerBound }
    let behind = units.units.firstIndex { $0.start == place.upperBound }
    if let before, words.goesOn(from: units.units[before].script) { take(before) }
    if let behind, words.leads(to: units.units[behind].script) { take(behind) }
    if isDeletion, !place.isSingle, let before, let behind,
      units.units[before].script == .spaced, units.units[behind].script == .spaced
    {
      take(before)
      take(behind)
    }
    return low <= high ? low...high : nil
  }

  private func reach(from touched: ClosedRange<Int>?, in window: TextWindow) -> Range<Int>? {
    let units = window.units
    var low = touched.map { units.neighbours(before: $0.lowerBound) } ?? .max
    var high = touched.map { units.neighbours(behind: $0.upperBound) } ?? -1
    if let script = words.leading, let next = window.unit(leadingTo: place.lowerBound) {
      low = min(low, units.goingOn(from: next, as: script, by: -1))
      high = max(high, next)
    }
    if let script = words.trailing, let next = window.unit(following: place.upperBound) {
      high = max(high, units.goingOn(from: next, as: script, by: 1))
      low = min(low, next)
    }
    return low <= high ? units.units[low].start..<units.units[high].end : nil
  }
}
