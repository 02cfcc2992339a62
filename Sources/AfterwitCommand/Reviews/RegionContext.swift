internal import AfterwitDevice

/// What stands around the place of a part, whatever is decided about it: the rest of its lines.
struct RegionContext: Hashable {
  /// How many scalars are shown on either side.
  private static let reach = 40

  /// The words before the place; begins with an ellipsis if the line has more.
  let before: String
  /// The words after it; ends with an ellipsis if the line has more.
  let behind: String
  /// The lines it stands on, such as `line 3`; `nil` in a text of one line.
  let lines: String?

  /// Reads what stands around a part now.
  init(_ part: Review.Part) {
    let scalars = Array((part.current ?? "").unicodeScalars)
    let start = min(part.currentRegionStart, scalars.count)
    let end = min(start + (part.currentRegion ?? "").unicodeScalars.count, scalars.count)
    let lineStart = scalars[..<start].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let left = scalars[lineStart..<start]
    let right = scalars[end...].prefix { $0 != "\n" }
    var near = left.suffix(Self.reach)
    if near.count < left.count { near = near.drop { $0 != " " }.dropFirst() }
    var far = right.prefix(Self.reach)
    if far.count < right.count { far = far[..<(far.lastIndex(of: " ") ?? far.endIndex)] }
    before = (near.count < left.count ? "… " : "") + Self.string(near)
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
