internal import AfterwitDevice

/// What a field shows, with each place under review as a place: `every ‹morning | evening with Ana›`.
///
/// This machine's version comes first. What all versions of a place have in common at its ends stands
/// outside it.
struct ReviewedText: Hashable {
  /// The text.
  let text: String

  /// The text of a review; `nil` for a deletion, which is no place of a field.
  init?(_ review: Review) {
    switch review.kind {
    case .deletion: return nil
    case .value:
      text = review.parts.map { Self.place(Self.versions(of: $0)) }.joined(separator: " ")
    case .overlap:
      let scalars = Array((review.parts.first?.current ?? "").unicodeScalars)
      text = Self.text(of: review, scalars, in: scalars.indices)
    }
  }

  /// The words of a title, the value or the first sentence of the field under review; `nil` where no
  /// place lies in them, or they are others by now.
  init?(_ review: Review, titled title: String) {
    guard review.kind == .overlap else {
      self.init(review)
      return
    }
    let scalars = Array((review.parts.first?.current ?? "").unicodeScalars)
    guard let range = scalars.firstRange(of: Array(title.unicodeScalars)) else { return nil }
    let text = Self.text(of: review, scalars, in: range)
    guard text != title else { return nil }
    self.init(text: text)
  }

  private init(text: String) { self.text = text }

  /// Part of a text, with each place that lies in it at least in part.
  private static func text(
    of review: Review, _ scalars: [Unicode.Scalar], in range: Range<Int>
  ) -> String {
    var shown = ""
    var end = range.lowerBound
    for part in review.parts.sorted(by: { $0.currentRegionStart < $1.currentRegionStart }) {
      let start = part.currentRegionStart
      let after = start + (part.currentRegion ?? "").unicodeScalars.count
      guard start >= end || end == range.lowerBound && after > end, start < range.upperBound,
        after <= scalars.count
      else { continue }
      shown += string(scalars[min(end, start)..<start]) + place(versions(of: part))
      end = after
    }
    return shown + string(scalars[min(end, range.upperBound)..<range.upperBound])
  }

  /// The versions of a part, that of this machine first.
  private static func versions(of part: Review.Part) -> [String] {
    let own = part.sides.filter { $0.writers.contains(where: \.isLocal) }
    let others = part.sides.filter { !$0.writers.contains(where: \.isLocal) }
    return (own + others).map { $0.region ?? "" }
  }

  /// The versions side by side, within what they have in common.
  private static func place(_ versions: [String]) -> String {
    guard let first = versions.first, versions.count > 1 else { return versions.first ?? "" }
    let words = versions.map(Self.pieces)
    let shortest = words.map(\.count).min() ?? 0
    let head = (0..<shortest).prefix { place in
      words.allSatisfy { $0[place] == words[0][place] }
    }.count
    let tail = (0..<shortest - head).prefix { place in
      words.allSatisfy { $0[$0.count - 1 - place] == words[0][words[0].count - 1 - place] }
    }.count
    let middles = words.map { $0[head..<$0.count - tail].joined() }
    let own = pieces(of: first)
    return own[..<head].joined() + "‹"
      + middles.map { $0.isEmpty ? "–" : $0 }.joined(separator: " | ") + "›"
      + own[(own.count - tail)...].joined()
  }

  /// The words of a text and what parts them, in order.
  private static func pieces(of text: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let isWord = first.isLetter || first.isNumber
      let piece =
        isWord ? rest.prefix { $0.isLetter || $0.isNumber } : rest.prefix(1)
      pieces.append(piece)
      rest = rest[piece.endIndex...]
    }
    return pieces
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
