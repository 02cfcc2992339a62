/// A text as grapheme clusters, each of which a number stands for.
///
/// Two clusters have one number exactly when their scalars are the same; canonical equivalence, by
/// which Swift compares strings and characters, plays no part.
struct ClusterText: Sendable {
  /// The number of each cluster.
  private(set) var numbers: [Int] = []
  /// Where each cluster starts, in scalars, and last where the text ends.
  private(set) var starts: [Int] = [0]
  /// All scalars of the text.
  let scalars: [Unicode.Scalar]

  /// Splits a text, with numbers that agree with those of other texts split through `names`.
  init(_ text: String, names: inout TokenNames<Unicode.Scalar>) {
    scalars = Array(text.unicodeScalars)
    for character in text {
      let start = starts[starts.count - 1]
      let end = start + character.unicodeScalars.count
      numbers.append(names.number(of: scalars[start..<end]))
      starts.append(end)
    }
  }

  /// The scalars of a range of clusters.
  func scalars(of clusters: Range<Int>) -> ArraySlice<Unicode.Scalar> {
    scalars[starts[clusters.lowerBound]..<starts[clusters.upperBound]]
  }

  /// The scalars of a range of clusters, as text.
  func text(of clusters: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars(of: clusters))
    return String(view)
  }

  /// Whether a unit goes on from the cluster before a place to the one at it, as far as the hundred
  /// scalars on both sides tell.
  func isInUnit(_ place: Int) -> Bool {
    guard 0 < place, place < numbers.count else { return false }
    let position = starts[place]
    let canGoOn = { (scalar: Unicode.Scalar) in
      ScalarClass(scalar).isOfUnits || scalar.isSpaceOfNumbers
    }
    guard canGoOn(scalars[position - 1]), canGoOn(scalars[position]) else { return false }
    let before = scalars[..<position].suffix(100).reversed().prefix(while: canGoOn)
    let behind = scalars[position...].prefix(100).prefix(while: canGoOn)
    return Units(before.reversed() + behind).around(before.count) != nil
  }

  /// Whether a script without spaces is written on both sides of a place.
  func isWithinPhrase(_ place: Int) -> Bool {
    guard 0 < place, place < numbers.count else { return false }
    return [scalars[starts[place - 1]], scalars[starts[place]]].allSatisfy { scalar in
      let kind = ScalarClass(scalar)
      return kind == .alone || kind == .syllable
    }
  }

  /// How many scalars a replacement takes out or puts in, whichever are more.
  func sizes(_ replacement: Replacement, _ new: ClusterText) -> Int {
    max(scalars(of: replacement.old).count, new.scalars(of: replacement.new).count)
  }

  /// The lines, with numbers that agree with those of other texts.
  ///
  /// - Parameter usual: the number of what ends a line, where no line before tells.
  func lines(_ names: inout LineNames<Int>, usual: Int) -> [ComparedLines.Line] {
    let endsLine = { (cluster: Int) in scalars[starts[cluster + 1] - 1] == "\n" }
    let ranges = tokens(in: numbers.indices) { endsLine($0 - 1) }
    return names.lines(ranges, of: numbers, usual: usual) { endsLine($0.upperBound - 1) ? 1 : 0 }
  }

  /// Splits clusters into units, and single clusters between them.
  func words(in clusters: Range<Int>) -> [Range<Int>] {
    let pieces = Pieces(Array(scalars(of: clusters)))
    let edges = Set(pieces.starts)
    let offset = starts[clusters.lowerBound]
    return tokens(in: clusters) { edges.contains(starts[$0] - offset) }
  }

  /// Tokens with their lines, and with numbers that agree with those of other texts.
  func inLines(_ tokens: [Range<Int>], _ names: inout TokenNames<Int>) -> LinesApart.Text {
    var line = 0
    var text = LinesApart.Text(tokens: [], sizes: [], lines: [])
    for token in tokens {
      let own = scalars(of: token)
      text.tokens.append(names.number(of: numbers[token]))
      text.sizes.append(own.contains(where: \.isOfWords) ? own.count : 0)
      text.lines.append(line)
      text.isFeed.append(own.last == "\n")
      text.isReturn.append(own.last == "\r")
      if own.last == "\n" { line += 1 }
    }
    return text
  }

  private func tokens(in clusters: Range<Int>, startsAt isStart: (Int) -> Bool) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = clusters.lowerBound
    for place in clusters.dropFirst() where isStart(place) {
      found.append(start..<place)
      start = place
    }
    if start < clusters.upperBound { found.append(start..<clusters.upperBound) }
    return found
  }
}

/// Gives equal runs of elements equal numbers.
struct TokenNames<Element: Hashable & Sendable>: Sendable {
  private var known: [ArraySlice<Element>: Int] = [:]

  /// The number of a run: the one given before to the same elements, or a new one.
  mutating func number(of token: ArraySlice<Element>) -> Int {
    if let number = known[token] { return number }
    known[token] = known.count
    return known.count - 1
  }
}
