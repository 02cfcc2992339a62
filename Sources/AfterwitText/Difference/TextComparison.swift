// A person who is shown two versions sees marked what a merge would take for the difference: both
// come from one reading (Protocol/4-documents, "Reading"), by lines and then by whole units. So a
// time that was changed is marked whole, and a line break that went is marked as any other scalar.

/// What two texts share and where they differ, in reading order.
public struct TextComparison: Hashable, Sendable {
  /// A stretch of both texts.
  public enum Run: Hashable, Sendable {
    /// Words that both have.
    case same(String)
    /// Words that were there, and those that stand in their place; not both are empty.
    case changed(old: String, new: String)
  }

  /// The stretches; no two of one kind follow each other.
  public let runs: [Run]

  /// A comparison of given stretches.
  public init(runs: [Run]) { self.runs = runs }

  /// Compares two texts, scalar by scalar alike.
  /// - Complexity: that of a longest common subsequence of the lines, and of the units in those
  ///   that differ.
  public init(from old: String, to new: String) {
    let base = Pieces(Array(old.unicodeScalars))
    var runs: [Run] = []
    var place = 0
    func keep(upTo end: Int) {
      guard place < end else { return }
      runs.append(.same(Self.text(base.scalars(of: place..<end))))
    }
    for edit in Reading(of: Pieces(Array(new.unicodeScalars)), from: base).edits() {
      keep(upTo: edit.pieces.lowerBound)
      runs.append(
        .changed(old: Self.text(base.scalars(of: edit.pieces)), new: Self.text(edit.text)))
      place = edit.pieces.upperBound
    }
    keep(upTo: base.count)
    self.runs = runs
  }

  /// Whether the texts have a word in common, or any sign that is not white.
  public var sharesWords: Bool {
    runs.contains { run in
      if case .same(let text) = run { text.unicodeScalars.contains { !$0.isWhite } } else { false }
    }
  }

  /// Whether nothing of the first text is gone, and something was added to it.
  public var onlyAdds: Bool {
    let changes = runs.compactMap { run -> String? in
      if case .changed(let old, _) = run { old } else { nil }
    }
    return !changes.isEmpty && changes.allSatisfy(\.isEmpty)
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
