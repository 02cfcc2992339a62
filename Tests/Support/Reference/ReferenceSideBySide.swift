/// Voices one behind the other, with what all of them begin and end with once.
struct ReferenceSideBySide {
  private let voices: [ReferencePieces]
  private let isOfSentences: Bool
  private let table: ReferenceUnits

  /// Takes the voices in their order, and whether only whole sentences are cut.
  init(
    _ voices: [[Unicode.Scalar]], isOfSentences: Bool, behind: [Unicode.Scalar],
    table: ReferenceUnits
  ) {
    self.voices = voices.map { ReferencePieces($0, followedBy: behind, table: table) }
    (self.isOfSentences, self.table) = (isOfSentences, table)
  }

  var words: [Unicode.Scalar] {
    let least = voices.map(\.count).min() ?? 0
    let first = { (voice: ReferencePieces, count: Int) in voice[0..<count] }
    let last = { (voice: ReferencePieces, count: Int) in voice[voice.count - count..<voice.count] }
    let start =
      (0...least).last { count in
        voices.allSatisfy { voice in
          (0..<count).allSatisfy { voice[$0] == voices[0][$0] } && mayCut(voice, at: count)
        }
      } ?? 0
    let end =
      (0...least - start).last { count in
        voices.allSatisfy { voice in
          (0..<count).allSatisfy {
            voice[voice.count - 1 - $0] == voices[0][voices[0].count - 1 - $0]
          } && mayCut(voice, at: voice.count - count)
        }
      } ?? 0
    let rests = voices.map { $0[start..<$0.count - end] }.filter { !$0.isEmpty }
    let areOfLines = rests.contains { $0.contains("\n") }
    var found = first(voices[0], start)
    for (number, rest) in rests.enumerated() {
      if number > 0 { found += separator(rests[number - 1], rest, areOfLines: areOfLines) }
      found += rest
    }
    return found + last(voices[0], end)
  }

  /// Whether a cut may be made before a piece of a voice.
  private func mayCut(_ voice: ReferencePieces, at piece: Int) -> Bool {
    if piece == 0 || piece == voice.count { return true }
    if voice.isUnspaced(piece - 1), voice.isUnspaced(piece) { return false }
    if voice.isGlued(piece) { return false }
    if voice.isUnspaced(piece - 1), voice.isWhite(piece) { return true }
    if voice.isWhite(piece - 1), voice.isUnspaced(piece) { return true }
    return !isOfSentences || voice[piece - 1].last == "\n" || voice[piece].first == "\n"
      || voice.sentences.contains { $0.lowerBound == piece || $0.upperBound == piece }
  }

  /// What stands between what is left of two voices.
  private func separator(
    _ one: [Unicode.Scalar], _ other: [Unicode.Scalar], areOfLines: Bool
  ) -> [Unicode.Scalar] {
    let (end, begin) = (one[one.count - 1], other[0])
    if areOfLines { return end == "\n" || begin == "\n" ? [] : ["\n"] }
    if table.isWhite(end) || table.isWhite(begin) { return [] }
    if isOfSentences { return table.isWideSign(end) ? [] : [" "] }
    let areUnspaced = [end, begin].allSatisfy { scalar in
      table.name(scalar) == "alone" || table.isWideSign(scalar)
    }
    return areUnspaced ? [] : [" "]
  }
}
