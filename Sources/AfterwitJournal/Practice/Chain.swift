internal import AfterwitCausality
internal import AfterwitEncoding

/// What came of what: the entries that an entry came from and that came from it, as a small tree.
public struct Chain: Hashable, Sendable {
  /// An entry of the tree, and those below it.
  public struct Node: Hashable, Sendable {
    /// The entry.
    public let entry: EntryView
    /// How many steps it lies below its root.
    public let depth: Int
    /// Whether it stands further up already, with what came from it.
    public let isRepeated: Bool
  }

  /// The entries, each before those that came from it; the first attempts have the depth 0.
  public let nodes: [Node]

  /// Walks what is linked.
  ///
  /// Links may form a circle, since two devices may write them apart: each entry is walked once.
  /// - Parameters:
  ///   - entry: the entry that was asked for.
  ///   - origins: what an entry came from.
  ///   - offspring: what came from an entry, the oldest first.
  /// - Complexity: O(*entries that are linked*) calls.
  public init(
    of entry: EntryView, origins: (EntryView) throws -> [EntryView],
    offspring: (EntryView) throws -> [EntryView]
  ) rethrows {
    var roots: [EntryView] = []
    var seen: Set<EntryID> = [entry.id]
    var rest = [entry]
    while let next = rest.popLast() {
      let found = try origins(next)
      if found.isEmpty { roots.append(next) }
      for origin in found where seen.insert(origin.id).inserted { rest.append(origin) }
    }
    if roots.isEmpty { roots = [entry] }
    var nodes: [Node] = []
    var walked: Set<EntryID> = []
    var stack = roots.sorted { $0.created > $1.created }.map { ($0, 0) }
    while let (next, depth) = stack.popLast() {
      let isNew = walked.insert(next.id).inserted
      nodes.append(Node(entry: next, depth: depth, isRepeated: !isNew))
      guard isNew else { continue }
      stack += try offspring(next).reversed().map { ($0, depth + 1) }
    }
    self.nodes = nodes
  }
}
