import AfterwitMergePairs

/// One measurement of all pairs that were asked for.
struct MergeRun {
  private let options: Options

  init(_ options: Options) { self.options = options }

  /// Judges the pairs, and prints the tables.
  func measure() throws {
    var table = Table()
    for kind in MergePairs.kinds where options.kinds.isEmpty || options.kinds.contains(kind.name) {
      var left = options.shown
      for language in Language.all
      where options.languages.isEmpty || options.languages.contains(language.name) {
        let pairs = MergePairs.pairs(
          of: kind, in: language, count: options.pairs, seed: options.seed)
        for pair in pairs {
          let outcome = try Product().outcome(of: pair)
          let findings = pair.findings(of: outcome)
          table.add(findings, of: pair)
          guard left > 0, findings.contains(where: \.isFailure) else { continue }
          left -= 1
          print(Shown(pair, outcome, findings).text)
        }
      }
    }
    print(table.text)
  }
}
