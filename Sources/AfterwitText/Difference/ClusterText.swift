/// A text as grapheme clusters, each of which a number stands for.
///
/// Two clusters have one number exactly when their scalars are the same; canonical equivalence, by
/// which Swift compares strings and characters, plays no part.
struct ClusterText: Sendable {
  /// A cluster's part in words.
  enum Role: Sendable {
    /// A letter, digit, mark or apostrophe: it belongs to the word beside it.
    case word
    /// Anything else, and what is written without spaces between words: it stands alone.
    case alone
    /// The end of a line, which stands alone too.
    case lineEnd
  }

  /// The number of each cluster.
  private(set) var numbers: [Int] = []
  /// The role of each cluster.
  private(set) var roles: [Role] = []
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
      let cluster = scalars[start..<end]
      numbers.append(names.number(of: cluster))
      roles.append(Self.role(of: cluster))
      starts.append(end)
    }
  }

  /// Gives clusters that hold some scalars numbers that no other cluster has.
  mutating func makeUnlike(_ positions: Set<Int>) {
    guard !positions.isEmpty else { return }
    for place in numbers.indices
    where (starts[place]..<starts[place + 1]).contains(where: positions.contains) {
      numbers[place] = -place - 1
    }
  }

  /// The scalars of a range of clusters, as text.
  func text(of clusters: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[starts[clusters.lowerBound]..<starts[clusters.upperBound]])
    return String(view)
  }

  /// Splits clusters into lines, each with what ends it.
  func lines(in clusters: Range<Int>) -> [Range<Int>] {
    tokens(in: clusters) { before, _ in before == .lineEnd }
  }

  /// Splits clusters into words, and single clusters between them.
  func words(in clusters: Range<Int>) -> [Range<Int>] {
    tokens(in: clusters) { before, after in before != .word || after != .word }
  }

  private func tokens(
    in clusters: Range<Int>, divided: (_ before: Role, _ after: Role) -> Bool
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = clusters.lowerBound
    for place in clusters.dropFirst() where divided(roles[place - 1], roles[place]) {
      found.append(start..<place)
      start = place
    }
    if start < clusters.upperBound { found.append(start..<clusters.upperBound) }
    return found
  }

  private static func role(of cluster: ArraySlice<Unicode.Scalar>) -> Role {
    guard let first = cluster.first else { return .alone }
    if cluster.last == "\n" { return .lineEnd }
    if first == "'" || first == "\u{2019}" { return .word }
    if isUnspaced(first) { return .alone }
    switch first.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return .word
    default: return .alone
    }
  }

  /// Whether a scalar is of a script that writes no spaces between words.
  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch UnspacedScript(scalar) {
    case .thaiOrLao, .myanmar, .khmer, .kana, .smallKana, .narrowKana: true
    // The blocks of Han hold other signs too, and there are ideographs outside them.
    case .han, nil: scalar.properties.isIdeographic
    }
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
