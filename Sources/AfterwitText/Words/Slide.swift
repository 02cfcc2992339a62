// Words that are put in or taken out beside their like could be told in several places: of "no no",
// either one can be gone. They are told alike whatever else was changed, and where a person would
// tell them: as a line, as a sentence, else as late as can be, but not from the middle of a phrase
// of a script without spaces (Protocol/4-documents, "Reading").

/// Where in a text something is put in or taken out, if it can be told in several places.
struct Slide {
  /// How far to move; a negative number moves to the left.
  let step: Int

  /// - Parameters:
  ///   - own: what is put in or taken out.
  ///   - before: what is kept before it, up to the edit before.
  ///   - behind: what is kept behind it, up to the next edit.
  ///   - rank: how well it stands when moved by a step; `nil` where it would cut a word.
  init<Element: Equatable>(
    _ own: ArraySlice<Element>, before: ArraySlice<Element>, behind: ArraySlice<Element>,
    rank: (Int) -> Rank?
  ) {
    let later = zip(own + behind, behind).prefix { $0 == $1 }.count
    let earlier = zip((before + own).reversed(), before.reversed()).prefix { $0 == $1 }.count
    var best: (rank: Rank, step: Int)?
    for step in -earlier...later {
      guard let rank = rank(step) else { continue }
      if best.map({ $0.rank <= rank }) ?? true { best = (rank, step) }
    }
    step = best?.step ?? 0
  }

  /// How well a place suits the beginning of an edit.
  enum Rank: Comparable {
    case withinPhrase, anywhere, sentence, line

    /// The rank of a position of the text that has the words: the one from which they are taken out,
    /// or the one into which they are put.
    init(_ position: Int, in text: [Unicode.Scalar]) {
      if position == 0 || text[position - 1] == "\n" {
        self = .line
      } else {
        self = Sentences.beginsSentence(position, in: text) ? .sentence : .anywhere
      }
    }

    /// The rank of a piece of that text.
    init(_ place: Int, in pieces: Pieces) {
      self.init(pieces.starts[place], in: pieces.scalars)
      if self == .anywhere, pieces.isWithinPhrase(place) { self = .withinPhrase }
    }
  }
}
