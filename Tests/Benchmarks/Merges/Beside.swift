import AfterwitMergePairs

/// By class, how much each engine did as a person expects.
struct Beside {
  private var engines: [String] = []
  private var kinds: [String] = []
  private var rows = Rows<Cell>()

  private struct Cell: Hashable {
    let kind: String
    let engine: String
  }

  /// Adds an engine.
  mutating func add(_ name: String, _ found: [Found]) {
    engines.append(name)
    for one in found {
      rows.add(one.findings, to: Cell(kind: one.kind, engine: name))
      if kinds.last != one.kind, !kinds.contains(one.kind) { kinds.append(one.kind) }
    }
  }

  /// The table, as Markdown.
  var text: String {
    let lines = kinds.map { kind in
      Markdown.row(
        [kind]
          + engines.map { engine in
            let found = rows[Cell(kind: kind, engine: engine)]
            return Markdown.share(
              found[.right] + found[.asked] + found[.fine],
              of: found.toMerge + found.toAsk + found.either)
          })
    }
    let head = ["as a person expects"] + engines
    return ([Markdown.row(head), Markdown.rule(head.count)] + lines + [""])
      .joined(separator: "\n")
  }
}
