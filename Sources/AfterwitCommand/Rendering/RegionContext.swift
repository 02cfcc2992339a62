internal import AfterwitDevice

// A part tells the words in dispute of each version, and each version's whole text, but not where
// in it the words stand; the same words may stand in several places. Every version has the same
// neighbours around the region, so the place is the one around which base and the others agree
// furthest. Where no place is sure, the words are shown without their neighbours.
//
// Cost: O(p² · r) for p places where the words occur (at most `placeLimit`) and r of reach.

/// The words in dispute of a part, in every version, with a few of the words around them.
struct RegionContext: Hashable {
  /// Words of one version: those in dispute, and those of their line that are near.
  struct Excerpt: Hashable {
    var before = ""
    var words: String
    var behind = ""

    /// All of them.
    var text: String { before + words + behind }
  }

  /// How far around the region is compared and shown, in scalars.
  private static let reach = 64
  private static let shown = 40
  /// How many occurrences of the words are looked at.
  private static let placeLimit = 100

  /// The words before; `nil` where there was nothing.
  private(set) var base: Excerpt?
  /// The words of each side, by its number; none where it has nothing.
  private(set) var sides: [Int: Excerpt] = [:]
  /// The words that stand.
  private(set) var current: Excerpt?
  /// Where the words stand now, as `line 3`; `nil` in a text of one line, or where it is not sure.
  private(set) var lines: String?

  /// Finds the words around a part's regions.
  init(_ part: Review.Part) {
    base = (part.baseRegion ?? part.base).map { Excerpt(words: $0) }
    current = (part.currentRegion ?? part.current).map { Excerpt(words: $0) }
    for side in part.sides {
      sides[side.number] = (side.region ?? side.text).map { Excerpt(words: $0) }
    }
    guard let base = Version(part.base, part.baseRegion),
      let current = Version(part.current, part.currentRegion), !base.isWhole
    else { return }
    let versions = part.sides.map { Version($0.text, $0.region) }
    guard let places = Self.places(of: base, in: versions + [current]) else { return }
    self.base = base.excerpt(at: places.base, reach: Self.shown)
    for (index, side) in part.sides.enumerated() {
      guard let version = versions[index], let place = places.others[index] else { continue }
      sides[side.number] = version.excerpt(at: place, reach: Self.shown)
    }
    guard let place = places.others[versions.count] else { return }
    self.current = current.excerpt(at: place, reach: Self.shown)
    lines = current.lines(at: place)
  }

  /// The places of the regions that agree best; `nil` where the words stand in too many places.
  private static func places(
    of base: Version, in versions: [Version?]
  ) -> (base: Int, others: [Int: Int])? {
    let known = versions.compactMap { $0 }
    guard let candidates = base.places(beside: known, limit: placeLimit) else { return nil }
    let found = versions.map { $0?.places(beside: [base], limit: placeLimit) ?? [] }
    var best: (score: Int, base: Int, others: [Int: Int])?
    for candidate in candidates {
      var (score, others) = (0, [Int: Int]())
      for (index, version) in versions.enumerated() {
        guard let version else { continue }
        let scored = found[index].map { place in
          (place, base.agreement(at: candidate, with: version, at: place, reach: reach))
        }
        guard let top = scored.max(by: { $0.1 < $1.1 }) else { return nil }
        score += top.1
        others[index] = top.0
      }
      if best.map({ score > $0.score }) ?? true { best = (score, candidate, others) }
    }
    return best.map { ($0.base, $0.others) }
  }
}

/// One version of a text, and the words of it that are in dispute.
private struct Version {
  let text: [Unicode.Scalar]
  let region: [Unicode.Scalar]

  init?(_ text: String?, _ region: String?) {
    guard let text, let region else { return nil }
    self.text = Array(text.unicodeScalars)
    self.region = Array(region.unicodeScalars)
  }

  /// Whether all words are in dispute, so that there is nothing around them.
  var isWhole: Bool { text.count == region.count }

  /// Where the region may begin; `nil` where that may be in more places than are looked at.
  ///
  /// A region without words stands where this version and another begin or cease to differ.
  func places(beside others: [Version], limit: Int) -> [Int]? {
    guard let first = region.first else {
      return Array(
        Set(
          others.flatMap { other in
            let start = zip(text, other.text).prefix { $0 == $1 }.count
            let end = zip(text.reversed(), other.text.reversed()).prefix { $0 == $1 }.count
            return [start, text.count - end]
          })
      ).sorted()
    }
    var places: [Int] = []
    guard text.count >= region.count else { return places }
    for start in 0...(text.count - region.count) where text[start] == first {
      guard text[start..<start + region.count].elementsEqual(region) else { continue }
      places.append(start)
      if places.count > limit { return nil }
    }
    return places
  }

  /// How many scalars around this region are also around another's.
  func agreement(at place: Int, with other: Version, at otherPlace: Int, reach: Int) -> Int {
    let before = zip(
      text[..<place].suffix(reach).reversed(), other.text[..<otherPlace].suffix(reach).reversed())
    let behind = zip(
      text[(place + region.count)...].prefix(reach),
      other.text[(otherPlace + other.region.count)...].prefix(reach))
    return before.prefix { $0 == $1 }.count + behind.prefix { $0 == $1 }.count
  }

  /// The region with the words of its line that are near; an ellipsis where the line goes on.
  func excerpt(at place: Int, reach: Int) -> RegionContext.Excerpt {
    let end = place + region.count
    let left = text[(text[..<place].lastIndex(of: "\n").map { $0 + 1 } ?? 0)..<place]
    let right = text[end...].prefix { $0 != "\n" }
    let before = left.count <= reach ? left : left.suffix(reach).drop { $0 != " " }.dropFirst()
    var behind = right.prefix(reach)
    if right.count > reach, let space = behind.lastIndex(of: " ") { behind = behind[..<space] }
    return RegionContext.Excerpt(
      before: (before.count < left.count ? "… " : "") + Self.string(before),
      words: Self.string(region[...]),
      behind: Self.string(behind) + (behind.count < right.count ? " …" : ""))
  }

  /// Which lines of the text the region is in; `nil` where there is only one.
  func lines(at place: Int) -> String? {
    guard text.contains("\n") else { return nil }
    let first = text[..<place].count { $0 == "\n" } + 1
    let last = first + region.dropLast().count { $0 == "\n" }
    return first == last ? "line \(first)" : "lines \(first) to \(last)"
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
