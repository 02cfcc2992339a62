import AfterwitMergePairs

/// The figures by class and by language, and all of them.
struct Table {
  private var kinds: [(name: String, judgement: Judgement)] = []
  private var languages: [(name: String, judgement: Judgement)] = []
  private var total = Judgement()

  /// Adds what was found of a pair.
  mutating func add(_ findings: Set<Judgement.Finding>, of pair: MergePair) {
    Self.add(findings, to: pair.kind, in: &kinds)
    Self.add(findings, to: pair.language, in: &languages)
    total.add(findings)
  }

  private static func add(
    _ findings: Set<Judgement.Finding>, to name: String,
    in rows: inout [(name: String, judgement: Judgement)]
  ) {
    if let place = rows.firstIndex(where: { $0.name == name }) {
      rows[place].judgement.add(findings)
    } else {
      var judgement = Judgement()
      judgement.add(findings)
      rows.append((name, judgement))
    }
  }

  /// The tables, as Markdown.
  var text: String {
    ([Self.head("class")] + kinds.map(Self.row) + [
      Self.row(("all", total)), "", Self.head("language"),
    ]
      + languages.map(Self.row)).joined(separator: "\n")
  }

  private static func head(_ first: String) -> String {
    let names =
      [first] + [
        "right", "needless", "wrong", "asked", "missed", "either: fine", "unfit", "interleaved",
        "lost", "invented silently", "under review", "mine", "theirs", "base", "both",
        "devices differ",
      ]
    return "| " + names.joined(separator: " | ") + " |\n"
      + String(repeating: "|---", count: names.count) + "|"
  }

  private static func row(_ row: (name: String, judgement: Judgement)) -> String {
    let found = row.judgement
    let merge = found[.right] + found[.needless] + found[.wrong]
    let ask = found[.asked] + found[.missed]
    let either = found[.fine] + found[.unfit]
    let share = { (one: Int, all: Int) in all == 0 ? "" : "\(one) of \(all)" }
    let plain = { (one: Int) in one == 0 ? "" : "\(one)" }
    let answered = { (yes: Judgement.Finding, no: Judgement.Finding) in
      share(found[yes], found[yes] + found[no])
    }
    let cells = [
      row.name, share(found[.right], merge), plain(found[.needless]), plain(found[.wrong]),
      share(found[.asked], ask), plain(found[.missed]), share(found[.fine], either),
      plain(found[.unfit]), plain(found[.interleaved]), plain(found[.lost]),
      plain(found[.inventedSilently]), plain(found[.inventedUnderReview]),
      answered(.mine, .notMine), answered(.theirs, .notTheirs), answered(.base, .notBase),
      answered(.both, .notBoth), plain(found[.differs]),
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }
}
