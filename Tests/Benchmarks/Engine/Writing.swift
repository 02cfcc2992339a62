import AfterwitTestRandomness

/// How a recorded session is written again, scalar by scalar: with equal edits at equal positions.
enum Writing: String, CaseIterable {
  /// As it was recorded: the sessions at hand are ASCII.
  case ascii
  /// One scalar in a thousand is a curly quote, a dash or an emoji.
  case prose
  // Each letter is one of another script's; spaces, digits and marks stay.
  case greek, cyrillic, arabic, han, devanagari

  private static let marks: [Unicode.Scalar] = ["’", "“", "”", "–", "—", "…", "👍", "🙂"]

  /// The scalar that stands for the letter a; the others follow.
  private var letterA: UInt32? {
    switch self {
    case .ascii, .prose: nil
    case .greek: 0x3b1
    case .cyrillic: 0x430
    case .arabic: 0x627
    case .han: 0x6211
    case .devanagari: 0x905
    }
  }

  /// What is typed instead of a scalar.
  func scalar(for scalar: Unicode.Scalar, using random: inout SeededGenerator) -> Unicode.Scalar {
    if self == .prose {
      return Int.random(in: 0..<1000, using: &random) == 0
        ? Self.marks.randomElement(using: &random) ?? scalar : scalar
    }
    guard let letterA, let place = Self.letter(scalar) else { return scalar }
    return Unicode.Scalar(letterA + place) ?? scalar
  }

  private static func letter(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar {
    case "a"..."z": scalar.value - 0x61
    case "A"..."Z": scalar.value - 0x41
    default: nil
    }
  }
}

extension Script {
  /// The same edits with other scalars, the same ones each time.
  func written(in writing: Writing) -> Script {
    var random = SeededGenerator(seed: 23)
    func text(_ text: String) -> String {
      var view = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        view.append(writing.scalar(for: scalar, using: &random))
      }
      return String(view)
    }
    func patch(_ patch: Patch) -> Patch {
      Patch(position: patch.position, deleted: patch.deleted, text: text(patch.text))
    }
    switch self {
    case .sequential(let patches, let end):
      return .sequential(patches.map(patch), end: text(end))
    case .concurrent(let turns, let end):
      return .concurrent(
        turns.map { ($0.agent, $0.parents, $0.patches.map(patch)) }, end: text(end))
    case .diverging(let base, let branches):
      return .diverging(base: text(base), branches: branches.map { $0.map(patch) })
    }
  }
}
