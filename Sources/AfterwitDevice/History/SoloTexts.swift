internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitText

// Most texts are written by one change after another, each made on the one before. There is nothing to
// merge then, and what they give is what their operations give one after another, in one go: for a text
// of ten thousand changes that is the difference between a moment and a second.

/// The texts of an entry of which every change was made on the one before.
struct SoloTexts {
  private struct Text {
    var operations: [TextOperation] = []
    var last = 0
    var count = 0
  }

  private var texts: [FieldKey: Text] = [:]

  /// - Parameter changes: those of a version of the entry; where one takes others back, no text is
  ///   taken for one of these.
  init(_ changes: some Collection<PlacedChange>, of entry: EntryID, in graph: CausalGraph) {
    guard !changes.contains(where: { $0.change.undone != nil }) else { return }
    var others: Set<FieldKey> = []
    for placed in changes {
      for block in placed.change.blocks
      where block.key.entry == entry && block.key.field.family == .text {
        guard !others.contains(block.key) else { continue }
        guard case .text(let operations) = block.operations,
          texts[block.key].map({
            graph.isAncestor($0.last, orEqualToAnyOf: placed.stamp.parents)
          }) ?? true
        else {
          others.insert(block.key)
          texts[block.key] = nil
          continue
        }
        texts[block.key, default: Text()].operations += operations
        texts[block.key]?.last = placed.stamp.index
        texts[block.key]?.count += 1
      }
    }
  }

  /// A change that touches these texts without doing anything to them.
  func emptied(_ change: Change) -> Change {
    guard change.blocks.contains(where: { texts[$0.key] != nil }) else { return change }
    return Change(
      timestamp: change.timestamp, followsPredecessor: change.followsPredecessor,
      parents: change.parents,
      blocks: change.blocks.map { block in
        guard texts[block.key] != nil, case .text(let operations) = block.operations else {
          return block
        }
        // Who only takes out what was written alike touches nothing.
        return Change.Block(
          key: block.key, operations: .text(operations.first == .same ? [.same] : []))
      })
  }

  /// Puts what the texts show where the emptied changes were merged.
  func put(on shelf: inout FieldMemoryShelf) throws {
    for (key, text) in texts {
      let shown = try TextHistory.apply(text.operations, to: "")
      let head = TextField.Head(position: text.count - 1, index: text.last)
      shelf.put(
        FieldState(value: .text(TextField(text: shown, heads: [head], eventCount: text.count))),
        of: key)
    }
  }
}
