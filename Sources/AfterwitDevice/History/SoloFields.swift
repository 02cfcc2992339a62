internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText

// Most texts are written by one change after another, each made on the one before. There is nothing to
// merge then, and what they give is what their operations give one after another, in one go. Of a value
// that is written so, the last write alone is left. For an entry of ten thousand changes that is the
// difference between a moment and a second.
//
// What a change does besides is to touch the entry. Where the one before it and the one behind it are of
// its row of the causal graph, and touch the entry as well, nothing is left of that either: whoever has
// seen it has seen the one before, and who saw the one behind has seen it. So a change that only wrote into
// such fields, and over whose values others wrote, need not be merged at all.

/// The texts and values of an entry of which every change was made on the one before.
struct SoloFields {
  private struct Field {
    let key: FieldKey
    var isSolo = true
    var operations: [TextOperation] = []
    /// The index of the last change, its place among those of the version, and how many there are.
    var last: Int
    var lastPlace: Int
    var count = 0
  }

  private let entry: EntryID
  private let graph: CausalGraph
  private let indices: [Int]
  /// The changes of the version, with nothing but what they do to the entry.
  private let changes: [Change]
  private var fields: [Field] = []
  private var slots: [FieldKey: Int] = [:]

  /// - Parameter places: those of a version of the entry; where one of its changes takes others back, no
  ///   field is taken for one of these.
  init(
    _ stored: StoredChanges, at places: [Int], of entry: EntryID, in graph: CausalGraph
  ) throws {
    self.entry = entry
    self.graph = graph
    indices = places.map { stored.index(at: $0) }
    changes = try places.map { try stored.change(at: $0).only(entry) }
    guard !changes.contains(where: { $0.undone != nil }) else { return }
    for (place, change) in changes.enumerated() {
      for block in change.blocks where block.key.entry == entry {
        try add(block, at: place) { try stored.stamp(at: places[place]).parents }
      }
    }
  }

  private mutating func add(
    _ block: Change.Block, at place: Int, madeOn parents: () throws -> [Int]
  ) throws {
    let slot = slot(of: block.key, at: place)
    guard fields[slot].isSolo else { return }
    let last = fields[slot].last
    let isNext =
      try fields[slot].count == 0 || graph.isRow(from: last, to: indices[place])
      || graph.isAncestor(last, orEqualToAnyOf: parents())
    switch block.operations {
    case .text(let operations) where isNext: fields[slot].operations += operations
    case .register where isNext && block.key.element == nil: break
    case .text, .register, .set, .counter, .list, .presence, .undo, .unknown:
      fields[slot].isSolo = false
      fields[slot].operations = []
    }
    fields[slot].last = indices[place]
    fields[slot].lastPlace = place
    fields[slot].count += 1
  }

  private mutating func slot(of key: FieldKey, at place: Int) -> Int {
    if let slot = slots[key] { return slot }
    slots[key] = fields.count
    fields.append(Field(key: key, last: indices[place], lastPlace: place))
    return fields.count - 1
  }

  /// What has to be merged: the changes of which anything is left, by their places among those of the
  /// version, without what they do to solo texts.
  var left: [(place: Int, change: Change)] {
    var left: [(place: Int, change: Change)] = []
    for (place, change) in changes.enumerated() where !isGone(change, at: place) {
      left.append((place, emptied(change)))
    }
    return left
  }

  private func isGone(_ change: Change, at place: Int) -> Bool {
    guard 0 < place, place < changes.count - 1,
      graph.isRow(from: indices[place - 1], to: indices[place + 1]),
      changes[place - 1].isTouch, changes[place + 1].isTouch
    else { return false }
    return change.blocks.allSatisfy { block in
      guard block.key.element == nil, let slot = slots[block.key], fields[slot].isSolo else {
        return false
      }
      if case .text = block.operations { return true }
      return fields[slot].lastPlace != place
    }
  }

  /// A change that touches solo texts without doing anything to them.
  private func emptied(_ change: Change) -> Change {
    func isSolo(_ key: FieldKey) -> Bool { slots[key].map { fields[$0].isSolo } ?? false }
    guard change.blocks.contains(where: { isSolo($0.key) }) else { return change }
    return Change(
      timestamp: change.timestamp, followsPredecessor: change.followsPredecessor,
      parents: change.parents,
      blocks: change.blocks.map { block in
        guard isSolo(block.key), case .text(let operations) = block.operations else {
          return block
        }
        // Who only takes out what was written alike touches nothing.
        return Change.Block(
          key: block.key, operations: .text(operations.first == .same ? [.same] : []))
      })
  }

  /// Puts what the texts show where what is left was merged.
  func put(on shelf: inout FieldMemoryShelf) throws {
    for field in fields where field.isSolo && field.key.field.family == .text {
      let shown = try TextHistory.apply(field.operations, to: "")
      let head = TextField.Head(position: field.count - 1, index: field.last)
      shelf.put(
        FieldState(
          value: .text(TextField(text: shown, heads: [head], eventCount: field.count))),
        of: field.key)
    }
  }
}
