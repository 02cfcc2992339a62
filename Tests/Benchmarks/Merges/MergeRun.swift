import AfterwitMergePairs

/// One measurement of all pairs that were asked for.
struct MergeRun {
  private let options: Options

  init(_ options: Options) { self.options = options }

  /// Judges the pairs, and prints the tables.
  func measure() async throws {
    let kinds = MergePairs.kinds.filter {
      options.kinds.isEmpty || options.kinds.contains($0.name)
    }
    let results = try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      for (place, kind) in kinds.enumerated() {
        group.addTask { (place, try result(of: kind)) }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    let ordered = kinds.indices.compactMap { results[$0] }
    for result in ordered { result.shown.forEach { print($0) } }
    let findings = ordered.flatMap(\.findings)
    print(Table(findings).text)
    guard options.withPeers else { return }
    print(try await Beside(ordered.flatMap(\.pairs), findings).text)
  }

  /// What was found of the pairs of a class.
  private struct Result: Sendable {
    var pairs: [MergePair] = []
    var findings: [Found] = []
    var shown: [String] = []
  }

  private func result(of kind: MergePairs.Kind) throws -> Result {
    var result = Result()
    for language in Language.all
    where options.languages.isEmpty || options.languages.contains(language.name) {
      let pairs = MergePairs.pairs(
        of: kind, in: language, count: options.pairs, seed: options.seed)
      for pair in pairs {
        let outcome = try Product().outcome(of: pair)
        let found = Found(pair, outcome)
        result.findings.append(found)
        if options.withPeers { result.pairs.append(pair) }
        if result.shown.count < options.shown, options.showsAll || found.isFailure {
          result.shown.append(Shown(pair, outcome, found).text)
        }
      }
    }
    return result
  }
}

/// What was found of one pair.
struct Found: Sendable {
  let kind: String
  let language: String
  let findings: Set<Judgement.Finding>

  init(_ pair: MergePair, _ outcome: MergeOutcome) {
    (kind, language) = (pair.kind, pair.language)
    findings = pair.findings(of: outcome)
  }

  /// Whether something is not as a person wants it.
  var isFailure: Bool { findings.contains(where: \.isFailure) }
}
