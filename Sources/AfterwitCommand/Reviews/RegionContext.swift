internal import AfterwitDevice

/// The disputed words of a part in every version, with a few words around them.
struct RegionContext: Hashable {
  /// The words that stood before; `nil` if there were none.
  let base: RegionExcerpt?
  /// The words of each side, by its number; a side without words is absent.
  let sides: [Int: RegionExcerpt]
  /// The words that stand now.
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

/// The disputed words of one version, with the nearest words of their line.
struct RegionExcerpt: Hashable {
  /// How many scalars are shown on either side.
  private static let reach = 40

  /// The words before them; begins with an ellipsis if the line has more.
  let before: String
  /// The disputed words.
  let words: String
  /// The words after them; ends with an ellipsis if the line has more.
  let behind: String
  /// The lines they stand on, such as `line 3`; `nil` in a text of one line.
  let lines: String?

  /// The disputed words with the words around them.
  var text: String { before + words + behind }

  /// Cuts a region out of a text; `nil` if there is no region.
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
