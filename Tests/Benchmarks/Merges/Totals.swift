import AfterwitMergePairs

/// The figures of each engine over all pairs.
struct Totals {
  private static let heads = [
    "engine", "merge: silent and right", "needless", "silently wrong", "to ask: asked", "missed",
    "either: fine", "unfit", "words invented where asked", "words lost",
    "an answer gives what a person expects",
  ]

  private var rows: [String] = []

  /// Adds an engine.
  mutating func add(_ name: String, _ found: [Found]) {
    let all = found.reduce(into: Judgement()) { $0.add($1.findings) }
    let answers: [(yes: Judgement.Finding, no: Judgement.Finding)] = [
      (.mine, .notMine), (.theirs, .notTheirs), (.base, .notBase), (.both, .notBoth),
    ]
    let rightly = answers.reduce(0) { $0 + all[$1.yes] }
    rows.append(
      Markdown.row([
        name, Markdown.share(all[.right], of: all.toMerge), "\(all[.needless])",
        "\(all[.wrong])", Markdown.share(all[.asked], of: all.toAsk), "\(all[.missed])",
        Markdown.share(all[.fine], of: all.either), "\(all[.unfit])",
        "\(all[.inventedUnderReview])", "\(all[.lost])",
        Markdown.share(rightly, of: answers.reduce(rightly) { $0 + all[$1.no] }),
      ]))
  }

  /// The table, as Markdown.
  var text: String {
    ([Markdown.row(Self.heads), Markdown.rule(Self.heads.count)] + rows + [""])
      .joined(separator: "\n")
  }
}
