/// Voices one behind the other, with what all of them begin and end with once.
struct ReferenceSideBySide {
  private struct Voice {
    let scalars: [Unicode.Scalar]
    let pieces: [Range<Int>]
    let units: [ReferenceUnit]
  }

  private let voices: [Voice]
  private let isOfSentences: Bool
  private let table: ReferenceUnits

  /// Takes the voices in their order, and whether only whole sentences are cut.
  init(_ voices: [[Unicode.Scalar]], isOfSentences: Bool, table: ReferenceUnits) {
    self.voices = voices.map {
      Voice(scalars: $0, pieces: table.pieces(of: $0), units: table.units(of: $0))
    }
    (self.isOfSentences, self.table) = (isOfSentences, table)
  }

  var words: [Unicode.Scalar] {
    let least = voices.map(\.pieces.count).min() ?? 0
    let first = { (voice: Voice, count: Int) in voice.pieces.prefix(count).map { voice.scalars[$0] }
    }
    let last = { (voice: Voice, count: Int) in voice.pieces.suffix(count).map { voice.scalars[$0] }
    }
    let start = (0...least).last { count in
      voices.allSatisfy { first($0, count) == first(voices[0], count) && mayCut($0, at: count) }
    }
    let begin = first(voices[0], start ?? 0)
    let end = (0...least - begin.count).last { count in
      voices.allSatisfy {
        last($0, count) == last(voices[0], count) && mayCut($0, at: $0.pieces.count - count)
      }
    }
    let ending = last(voices[0], end ?? 0)
    let rests = voices.map { voice in
      voice.pieces.dropFirst(begin.count).dropLast(ending.count).flatMap { voice.scalars[$0] }
    }.filter { !$0.isEmpty }
    let areOfLines = rests.contains { $0.contains("\n") }
    var found = Array(begin.joined())
    for (number, rest) in rests.enumerated() {
      if number > 0 { found += separator(rests[number - 1], rest, areOfLines: areOfLines) }
      found += rest
    }
    return found + ending.joined()
  }

  /// Whether a cut may be made before a piece of a voice.
  private func mayCut(_ voice: Voice, at piece: Int) -> Bool {
    if piece == 0 || piece == voice.pieces.count { return true }
    let (before, behind) = (voice.pieces[piece - 1], voice.pieces[piece])
    let unit = { (range: Range<Int>) in voice.units.first { $0.range == range } }
    let scripts = [before, behind].map { unit($0)?.script ?? "" }
    let last = voice.scalars[before.upperBound - 1]
    let next = voice.scalars[behind.lowerBound]
    if scripts.allSatisfy({ ["alone", "syllable"].contains($0) }) { return false }
    let isFollowed =
      behind.upperBound < voice.scalars.count
      && !table.isWhite(voice.scalars[behind.upperBound])
    let goesOn =
      scripts[1] == "spaced"
      || scripts[1].isEmpty && ["link", "sign"].contains(table.name(next)) && isFollowed
    if goesOn, !["", "space"].contains(table.name(last)) { return false }
    let isBehindSign =
      table.endsSentence(last)
      || table.name(last) == "space" && piece > 1
        && table.endsSentence(voice.scalars[before.lowerBound - 1])
    return !isOfSentences || last == "\n" || next == "\n" || isBehindSign
  }

  /// What stands between what is left of two voices.
  private func separator(
    _ one: [Unicode.Scalar], _ other: [Unicode.Scalar], areOfLines: Bool
  ) -> [Unicode.Scalar] {
    let (end, begin) = (one[one.count - 1], other[0])
    if areOfLines { return end == "\n" || begin == "\n" ? [] : ["\n"] }
    if table.isWhite(end) || table.isWhite(begin) { return [] }
    let isWideSign = { (scalar: Unicode.Scalar) in
      table.name(scalar).isEmpty
        && ((0x3000...0x303F).contains(scalar.value) || (0xFF00...0xFF65).contains(scalar.value))
    }
    if isOfSentences { return isWideSign(end) ? [] : [" "] }
    let areUnspaced = [end, begin].allSatisfy { scalar in
      ["alone", "syllable", "mark"].contains(table.name(scalar)) || isWideSign(scalar)
    }
    return areUnspaced ? [] : [" "]
  }
}
