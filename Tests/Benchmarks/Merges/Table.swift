import AfterwitMergePairs

/// The figures of the product by class and by language, and all of them.
struct Table {
  private var kinds = Rows<String>()
  private var languages = Rows<String>()

  /// Counts what was found.
  init(_ found: [Found]) {
    for one in found {
      kinds.add(one.findings, to: one.kind)
      languages.add(one.findings, to: one.language)
    }
  }

  /// The tables, as Markdown.
  var text: String {
    let all = Self.row("all", kinds.total)
    return
      ([Self.head("class")] + kinds.all.map(Self.row) + [all, "", Self.head("language")]
      + languages.all.map(Self.row) + [""]).joined(separator: "\n")
  }

  private static let columns = [
    "merge: right", "needless", "wrong", "ask: asked", "missed", "either: fine", "unfit",
    "interleaved", "lost", "invented silently", "invented where asked", "mine", "theirs", "base",
    "both", "devices differ",
  ]

  private static func head(_ first: String) -> String {
    Markdown.row([first] + columns) + "\n" + Markdown.rule(columns.count + 1)
  }

  private static func row(_ name: String, _ found: Judgement) -> String {
    let answered = { (yes: Judgement.Finding, no: Judgement.Finding) in
      Markdown.share(found[yes], of: found[yes] + found[no])
    }
    return Markdown.row([
      name, Markdown.share(found[.right], of: found.toMerge), Markdown.count(found[.needless]),
      Markdown.count(found[.wrong]), Markdown.share(found[.asked], of: found.toAsk),
      Markdown.count(found[.missed]), Markdown.share(found[.fine], of: found.either),
      Markdown.count(found[.unfit]), Markdown.count(found[.interleaved]),
      Markdown.count(found[.lost]), Markdown.count(found[.inventedSilently]),
      Markdown.count(found[.inventedUnderReview]), answered(.mine, .notMine),
      answered(.theirs, .notTheirs), answered(.base, .notBase), answered(.both, .notBoth),
      Markdown.count(found[.differs]),
    ])
  }
}

/// Judgements by name, in the order in which the names came.
struct Rows<Name: Hashable> {
  private var names: [Name] = []
  private var judgements: [Name: Judgement] = [:]

  /// Adds what was found to a name.
  mutating func add(_ findings: Set<Judgement.Finding>, to name: Name) {
    if judgements[name] == nil { names.append(name) }
    judgements[name, default: Judgement()].add(findings)
  }

  /// All of them.
  var all: [(Name, Judgement)] { names.map { ($0, self[$0]) } }

  /// What was found of a name.
  subscript(_ name: Name) -> Judgement { judgements[name] ?? Judgement() }

  /// All in one.
  var total: Judgement {
    judgements.values.reduce(into: Judgement()) { $0.add($1) }
  }
}
