internal import AfterwitDevice

/// The words in dispute of a part, in every version, with a few of the words around them.
struct RegionContext: Hashable {
  /// The words before; `nil` where there was nothing.
  let base: RegionExcerpt?
  /// The words of each side, by its number; none where it has nothing.
  let sides: [Int: RegionExcerpt]
  /// The words that stand.
  let current: RegionExcerpt?

  /// Takes the words around a part's regions from its texts.
  init(_ part: Review.Part) {
    base = RegionExcerpt(part.baseRegion, at: part.baseRegionStart, of: part.base)
    current = RegionExcerpt(part.currentRegion, at: part.currentRegionStart, of: part.current)
    sides = part.sides.reduce(into: [:]) { sides, side in
      sides[side.number] = RegionExcerpt(side.region, at: side.regionStart, of: side.text)
    }
  }
}

/// The words in dispute of one version, and those of their line that are near.
struct RegionExcerpt: Hashable {
  /// How many scalars are shown on either side.
  private static let reach = 40

  /// What stands before them, with an ellipsis where there is more of the line.
  let before: String
  /// The words in dispute.
  let words: String
  /// What stands behind them, with an ellipsis where there is more of the line.
  let behind: String
  /// Where they stand, as `line 3`; `nil` in a text of one line.
  let lines: String?

  /// All of them.
  var text: String { before + words + behind }

  /// Takes a region out of a text; `nil` where there is none.
  init?(_ region: String?, at start: Int, of text: String?) {
    guard let region, let text else { return nil }
    let scalars = Array(text.unicodeScalars)
    let start = min(start, scalars.count)
    let end = min(start + region.unicodeScalars.count, scalars.count)
    let lineStart = scalars[..<start].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let left = scalars[lineStart..<start]
    let right = scalars[end...].prefix { $0 != "\n" }
    var near = left.suffix(Self.reach)
    if near.count < left.count { near = near.drop { $0 != " " }.dropFirst() }
    var far = right.prefix(Self.reach)
    if far.count < right.count { far = far[..<(far.lastIndex(of: " ") ?? far.endIndex)] }
    before = (near.count < left.count ? "… " : "") + Self.string(near)
    words = region
    behind = Self.string(far) + (far.count < right.count ? " …" : "")
    lines = Self.lines(of: start..<end, in: scalars)
  }

  private static func lines(of region: Range<Int>, in text: [Unicode.Scalar]) -> String? {
    guard text.contains("\n") else { return nil }
    let first = text[..<region.lowerBound].count { $0 == "\n" } + 1
    let last = first + text[region].dropLast().count { $0 == "\n" }
    return first == last ? "line \(first)" : "lines \(first) to \(last)"
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
