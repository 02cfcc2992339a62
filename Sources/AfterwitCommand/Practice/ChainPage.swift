internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

/// A chain of entries as a tree of lines.
struct ChainPage {
  /// How the lines are dressed.
  let style: Style

  /// A line for each entry, below the one that it came from.
  func lines(_ chain: Chain, asked: EntryID) -> [String] {
    chain.nodes.indices.map { place in
      let node = chain.nodes[place]
      let entry = node.entry
      let branch = branch(to: place, in: chain.nodes)
      let day = entry.eventDay ?? Day(Moment(entry.created).localDay)
      let word = entry.register(.occasion) ?? entry.kindName
      let head = branch + entry.id.shortText + "  "
      let what =
        [day?.shortName ?? "", word, name(of: entry)]
        .filter { !$0.isEmpty }.joined(separator: "  ") + (node.isRepeated ? "  (above)" : "")
      let line = style.line(what, within: style.width.map { max(8, $0 - head.columns) })
      return style.faint(head) + (entry.id == asked ? style.bold(line) : line)
    }
  }

  private func name(of entry: EntryView) -> String {
    [entry.organisation, entry.title].compactMap(\.self).filter { !$0.isEmpty }
      .joined(separator: ": ")
  }

  /// The lines that lead to an entry from those above it.
  private func branch(to place: Int, in nodes: [Chain.Node]) -> String {
    let depth = nodes[place].depth
    guard depth > 0 else { return "" }
    return (1...depth).map { level in
      let goesOn = hasSibling(after: place, atDepth: level, in: nodes)
      return level == depth ? (goesOn ? "├─ " : "└─ ") : goesOn ? "│  " : "   "
    }.joined()
  }

  private func hasSibling(after place: Int, atDepth depth: Int, in nodes: [Chain.Node]) -> Bool {
    for node in nodes[(place + 1)...] where node.depth <= depth { return node.depth == depth }
    return false
  }
}
