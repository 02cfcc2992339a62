/// A value in parts, as it was, and as each of two machines has it.
struct Value {
  /// What stands between the parts, before the first and behind the last too.
  var signs: [String]
  /// The parts as both saw them.
  var base: [String]
  /// Which part the first machine changed, and to what.
  var mine: (part: Int, text: String)
  /// Which part the second machine changed, and to what.
  var theirs: (part: Int, text: String)
  /// What else the part may be that the first machine changed.
  var third: String?

  /// The value of the given parts.
  private func text(_ parts: [String]) -> String {
    zip(signs, parts + [""]).reduce(into: "") { $0 += $1.0 + $1.1 }
  }

  private func changed(_ changes: [(part: Int, text: String)]) -> String {
    text(changes.reduce(into: base) { $0[$1.part] = $1.text })
  }

  /// What both saw.
  var baseText: String { text(base) }
  /// What the first machine wrote.
  var mineText: String { changed([mine]) }
  /// What the second machine wrote.
  var theirsText: String { changed([theirs]) }
  /// What nobody wrote: both changes at once.
  var mixtures: [String] { mine.part == theirs.part ? [] : [changed([mine, theirs])] }
}

extension Writer {
  /// A value of which each machine changed a part of its own.
  ///
  /// - Parameter readings: of each part what it may be.
  mutating func value(_ signs: [String], _ readings: [[String]]) -> Value {
    let parts = readings.map { $0.shuffled(using: &random) }
    let places = pick(2, of: parts.indices.filter { parts[$0].count > 1 })
    return Value(
      signs: signs, base: parts.map { $0[0] }, mine: (places[0], parts[places[0]][1]),
      theirs: (places[1], parts[places[1]][1]),
      third: parts[places[0]].count > 2 ? parts[places[0]][2] : nil)
  }

  /// Numbers of a range, in the usual digits with leading zeros, or in the language's own.
  mutating func numbers(_ range: ClosedRange<Int>, width: Int = 1, own: Bool = false) -> [String] {
    var numbers: Set<Int> = []
    while numbers.count < 3 { numbers.insert(Int.random(in: range, using: &random)) }
    return numbers.sorted().map { number in
      let text =
        String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
      return own ? self.digits(text) : text
    }
  }

  /// Whether numbers are written in digits of the language's own.
  mutating func usesOwnDigits() -> Bool { !language.digits.isEmpty && chance(oneIn: 3) }

  /// A number in the language's own digits.
  func digits(_ text: String) -> String {
    String(text.map { $0.wholeNumberValue.map { language.digits[$0] } ?? $0 })
  }
}
