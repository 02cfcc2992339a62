import AfterwitMergePairs

/// What other engines make of the same pairs, beside the product.
struct Beside {
  private var engines: [(name: String, total: Judgement)] = []
  private var kinds = Rows<Key>()
  private var order: [String] = []
  private var absent: [String] = []

  private struct Key: Hashable {
    let kind: String
    let engine: String
  }

  /// Runs the others.
  init(_ pairs: [MergePair], _ own: [Found]) async throws {
    count(own, of: "Afterwit")
    for peer in [try await GitPeer().outcomes(of: pairs)] + (try PythonPeers().outcomes(of: pairs))
    {
      switch peer {
      case .absent(let name): absent.append(name)
      case .present(let name, let outcomes):
        count(zip(pairs, outcomes).map { Found($0, $1) }, of: name)
      }
    }
  }

  private mutating func count(_ found: [Found], of engine: String) {
    var total = Judgement()
    for one in found {
      total.add(one.findings)
      kinds.add(one.findings, to: Key(kind: one.kind, engine: engine))
      if !order.contains(one.kind) { order.append(one.kind) }
    }
    engines.append((engine, total))
  }

  /// The tables, as Markdown.
  var text: String {
    let names = engines.map(\.name)
    let heads = [
      "engine", "merge: silent and right", "needless", "silently wrong", "to ask: asked", "missed",
      "either: fine", "words invented", "words lost",
    ]
    let totals = engines.map { name, found in
      Markdown.row([
        name, Markdown.share(found[.right], of: found.toMerge), "\(found[.needless])",
        "\(found[.wrong])", Markdown.share(found[.asked], of: found.toAsk), "\(found[.missed])",
        Markdown.share(found[.fine], of: found.either),
        "\(found[.inventedSilently] + found[.inventedUnderReview])", "\(found[.lost])",
      ])
    }
    let rows = order.map { kind in
      Markdown.row(
        [kind]
          + names.map { name in
            let found = kinds[Key(kind: kind, engine: name)]
            return Markdown.share(
              found[.right] + found[.asked] + found[.fine],
              of: found.toMerge + found.toAsk + found.either)
          })
    }
    let missing = absent.map {
      "\($0) is not here: python3 of the PATH cannot import it, or cannot run."
    }
    return
      ([Markdown.row(heads), Markdown.rule(heads.count)] + totals
      + ["", Markdown.row(["as a person expects"] + names), Markdown.rule(names.count + 1)]
      + rows + [""] + missing).joined(separator: "\n")
  }
}

/// What another engine made of some pairs, if it could be run.
enum PeerResult {
  /// It cannot be run here.
  case absent(String)
  /// What it made of each pair.
  case present(String, [MergeOutcome])
}
