extension Writer {
  /// A time of day: `14:30`.
  mutating func time() -> Value {
    let own = usesOwnDigits()
    return value(
      ["", ":", ""],
      [
        numbers(8...19, width: 2, own: own),
        ["00", "15", "30", "45"].map { own ? digits($0) : $0 },
      ])
  }

  /// A date of numbers: `2026-11-20`.
  mutating func isoDate() -> Value {
    value(
      ["", "-", "-", ""],
      [numbers(2024...2029), numbers(1...12, width: 2), numbers(1...28, width: 2)])
  }

  /// A date in words: `12 March`.
  mutating func wordDate() -> Value {
    let days = numbers(1...28)
    guard let gap = language.dayGap else {
      let isKorean = language.wordGap == " "
      return value(["", isKorean ? " " : "", language.dayEnd], [language.months, days])
    }
    return value(["", gap, ""], [days, language.months])
  }

  /// A date with dots: `20.11.2026`.
  mutating func dottedDate() -> Value {
    value(["", ".", ".", ""], [numbers(1...28), numbers(1...12), numbers(2024...2029)])
  }

  /// A fraction: `3/4`.
  mutating func fraction() -> Value {
    let own = usesOwnDigits()
    return value(["", "/", ""], [numbers(1...9, own: own), numbers(2...20, own: own)])
  }

  /// A decimal: `4.5`.
  mutating func decimal() -> Value {
    let own = usesOwnDigits()
    return value(
      ["", language.decimal, ""], [numbers(0...30, own: own), numbers(0...99, own: own)])
  }

  /// Thousands: `90,500`.
  mutating func amount() -> Value {
    let hundreds = numbers(1...9).map { $0 + "00" }
    return value(["", language.thousands, ""], [numbers(10...99), hundreds])
  }

  /// A range: `80-90`.
  mutating func range() -> Value {
    value(["", pick(["-", "–"]), ""], [numbers(10...49), numbers(50...99)])
  }

  /// A mail address: `ann@acme.com`.
  mutating func mail() -> Value {
    value(
      ["", "@", ".", ""],
      [["ann", "anne", "a.lee"], ["acme", "acne", "apex"], ["com", "org", "net"]])
  }

  /// A link: `https://acme.example/jobs/12`.
  mutating func link() -> Value {
    value(
      ["", "://", "/", pick(["/", "?id=", "#"]), ""],
      [
        ["https", "http"], ["acme.example", "jobs.example", "acme.test"],
        ["jobs", "team", "apply"], numbers(10...99),
      ])
  }

  /// A file: `~/notes/june.md`.
  mutating func path() -> Value {
    value(
      [pick(["~/", "/home/ann/", "./"]), "/", ".", ""],
      [["notes", "letters", "offers"], ["june", "july", "march"], ["md", "txt", "pdf"]])
  }

  /// A version: `v2.4.1`.
  mutating func version() -> Value {
    value([pick(["", "v"]), ".", ".", ""], [numbers(1...9), numbers(0...19), numbers(0...19)])
  }

  /// A word with a hyphen: `part-time`.
  mutating func hyphenated() -> Value {
    value(["", "-", ""], language.compounds)
  }

  /// A word with a low line: `phone_screen`.
  mutating func snake() -> Value {
    value(["", "_", ""], [["phone", "video", "onsite"], ["screen", "call", "panel"]])
  }

  /// The initials of a name, as in `J.R.`.
  mutating func initials() -> Value {
    let letters = language.initials
    return value(["", ".", "."], [Array(letters[..<3]), Array(letters[3...])])
  }

  /// A sign and a number: `+5`, `$90`, `90%` or `#12`.
  mutating func sign() -> Value {
    let number = numbers(5...99)
    return switch pick(0..<4) {
    case 0: value(["", "", ""], [["+", "−"], number])
    case 1: value(["", "", ""], [["$", "€", "£"], number])
    case 2: value(["", "", ""], [number, ["%", "€", "$"]])
    default: value(["", "", ""], [["#", "@"], number])
    }
  }

  /// A telephone number: `0171-555-23`.
  mutating func phone() -> Value {
    value(["0", "-", "-", ""], [numbers(30...99), numbers(200...999), numbers(10...99)])
  }

  /// A number that both replace; it shares a digit with what each writes.
  mutating func number() -> Value {
    let digits = pick(3, of: 1...9).map(String.init)
    let others = pick(2, of: (0...9).filter { !digits.contains(String($0)) }).map(String.init)
    let own = usesOwnDigits()
    let texts = [digits[0] + digits[1], digits[0] + others[0], others[1] + digits[1]]
      .map { own ? self.digits($0) : $0 }
    return Value(
      signs: ["", ""], base: [texts[0]], mine: (0, texts[1]), theirs: (0, texts[2]))
  }

  /// The day of a date in words, which both replace; it shares a digit with what each writes.
  mutating func day() -> Value {
    let ends = pick(2, of: 1...9).map(String.init)
    let texts = ["1" + ends[0], "1" + ends[1], "2" + ends[0]]
    let month = pick(language.months)
    let signs =
      language.dayGap.map { ["", $0 + month] } ?? [
        month + (language.isUnspaced ? "" : " "), language.dayEnd,
      ]
    return Value(signs: signs, base: [texts[0]], mine: (0, texts[1]), theirs: (0, texts[2]))
  }

  /// A number that both lengthen or shorten.
  mutating func grownNumber() -> Value {
    let digits = pick(3, of: 1...9).map(String.init).joined()
    let grown = [digits + "0", String(digits.dropFirst()), "1" + digits, String(digits.dropLast())]
    let two = pick(2, of: grown)
    return Value(signs: ["", ""], base: [digits], mine: (0, two[0]), theirs: (0, two[1]))
  }
}
