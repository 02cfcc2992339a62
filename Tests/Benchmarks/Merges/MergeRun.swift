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
    let found = ordered.flatMap(\.found)
    print(Table(found).text)
    try compare(ordered.flatMap(\.pairs), found)
  }

  /// Prints what all engines do over all, and by class where others were asked for.
  private func compare(_ pairs: [MergePair], _ own: [Found]) throws {
    var (totals, beside) = (Totals(), Beside())
    var engines = [("Afterwit", own)]
    var absent: [String] = []
    let peers =
      options.withPeers
      ? [try GitPeer().outcomes(of: pairs)] + (try PythonPeers().outcomes(of: pairs)) : []
    for peer in peers {
      switch peer {
      case .absent(let why): absent.append(why)
      case .present(let name, let outcomes):
        engines.append((name, zip(pairs, outcomes).map { Found($0, $1) }))
      }
    }
    for (name, found) in engines {
      totals.add(name, found)
      beside.add(name, found)
    }
    if options.withPeers { print(beside.text) }
    print(totals.text)
    absent.forEach { print($0) }
  }

  /// What was found of the pairs of a class.
  private struct Result: Sendable {
    var pairs: [MergePair] = []
    var found: [Found] = []
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
        result.found.append(found)
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
