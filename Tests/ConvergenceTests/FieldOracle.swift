import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitText

// What a journal must hold, written from the sentences of Protocol/4-documents over sets of
// ancestors: no merge, no order of arrival, nothing shared with the engine. It tells which scalars
// a text shows, not their order; that is the matter of the reference for text.

/// What the fields hold after some changes, from their definition.
struct FieldOracle {
  let made: [FieldMadeChange]
  /// The changes that have an effect, and on which fields they are not understood.
  private(set) var effective: [Int: Set<FieldKey>] = [:]

  init(_ made: [FieldMadeChange]) {
    self.made = made
    for index in made.indices where !made[index].isMalformed {
      let blocks = made[index].blocks.filter { $0.key.field.family != .presence }
      let strange = Set(blocks.filter { isStrange($0, at: index) }.map(\.key))
      if !made[index].misfits.isSubset(of: strange) { continue }
      effective[index] = strange
    }
  }

  /// Whether a change is taken back by one that is not taken back itself.
  func isVoid(_ index: Int) -> Bool {
    made.indices.contains { undo in
      made[undo].undone.contains(index) && made[undo].ancestors.contains(index)
        && effective[undo] != nil && !isVoid(undo)
    }
  }

  /// The changes that have an effect and still stand.
  var standing: [Int: Set<FieldKey>] { effective.filter { !isVoid($0.key) } }

  var picture: FieldPicture {
    var picture = FieldPicture()
    for (index, strange) in effective {
      for key in strange {
        picture.notUnderstood[key, default: []].insert(made[index].envelope.id)
      }
    }
    for (index, strange) in standing {
      for block in made[index].blocks where !strange.contains(block.key) {
        add(block, at: index, to: &picture)
      }
    }
    for (index, strange) in effective where isVoid(index) {
      for block in made[index].blocks where block.key.field == .kind && !strange.contains(block.key)
      {
        add(block, at: index, to: &picture)
      }
    }
    for key in Set(effective.keys.flatMap { made[$0].hunks.keys }) {
      let hunks = standingHunks(of: key)
      let inserted = hunks.reduce(into: Set()) { $0.formUnion($1.inserted) }
      picture.scalars[key] = hunks.reduce(into: inserted) { $0.subtract($1.deleted) }
    }
    for key in Set(effective.keys.flatMap { made[$0].blocks.map(\.key) }) where key.isList {
      picture.listed[key] = order(of: key)
    }
    for key in Set(effective.keys.flatMap { elements(touchedBy: $0) }) {
      picture.isElementHidden[key] = isHidden(key)
    }
    for entry in Set(effective.keys.flatMap { made[$0].blocks.map(\.key.entry) })
    where !touching(entry, evenVoid: true).isEmpty {
      picture.isHidden[entry] = isHidden(entry)
      picture.times[entry] = times(of: entry)
    }
    return picture.withoutEmptySets
  }

  /// The hunks of a text that are not taken back, or into which such a one writes.
  private func standingHunks(of key: FieldKey) -> [FieldHunk] {
    var found: [FieldHunk] = []
    // Who writes into a change was made behind it.
    for index in effective.keys.sorted(by: >) where effective[index]?.contains(key) == false {
      for hunk in made[index].hunks[key] ?? []
      where !isVoid(index) || found.contains(where: { $0.writes(into: hunk) }) {
        found.append(hunk)
      }
    }
    return found
  }

  /// Whether an operation is not understood, or rests on one of the same field that is not.
  private func isStrange(_ block: Change.Block, at index: Int) -> Bool {
    if case .unknown = block.operations { return true }
    return made[index].ancestors.contains { effective[$0]?.contains(block.key) == true }
  }

  private func add(_ block: Change.Block, at index: Int, to picture: inout FieldPicture) {
    switch block.operations {
    case .register:
      let isReplaced = laterOperations(on: block.key, than: index).contains { _ in true }
      if !isReplaced {
        picture.writes[block.key, default: []].insert(made[index].envelope.id)
      }
    case .set(let added, _):
      let removed = laterOperations(on: block.key, than: index).flatMap { operations in
        if case .set(_, let removed) = operations { return removed }
        return []
      }
      picture.elements[block.key, default: []].formUnion(Set(added).subtracting(removed))
    case .counter(let amount):
      picture.sums[block.key, default: 0] += amount
    case .text, .list, .presence, .undo, .unknown: break
    }
  }

  /// The understood operations on a field by those who had seen a change.
  private func laterOperations(on key: FieldKey, than index: Int) -> [Operations] {
    (key.field == .kind ? effective : standing).filter {
      made[$0.key].ancestors.contains(index) && !$0.value.contains(key)
    }
    .compactMap { later, _ in made[later].blocks.first { $0.key == key }?.operations }
  }

  private func touching(_ entry: EntryID, evenVoid: Bool = false) -> [Int] {
    (evenVoid ? effective : standing).keys.filter { index in
      made[index].blocks.contains { block in
        block.key.entry == entry && block.key != .undo && block.operations.isMoreThanMoves
      }
    }
  }

  /// When an entry was created, and when modified.
  private func times(of entry: EntryID) -> [Timestamp] {
    let touching = touching(entry)
    let first = touching.filter { made[$0].ancestors.isDisjoint(with: touching) }
    let last = touching.filter { index in !touching.contains { made[$0].ancestors.contains(index) }
    }
    return [first.map(timestamp).min(), last.map(timestamp).max()].map {
      $0 ?? Timestamp(rawValue: 0)
    }
  }

  func timestamp(of index: Int) -> Timestamp {
    (try? ChangePrefix(body: made[index].envelope.body).timestamp) ?? Timestamp(rawValue: .max)
  }

  /// Whether some deletion had seen everything done to an entry but deletions, or nothing that was
  /// done to it stands.
  private func isHidden(_ entry: EntryID) -> Bool {
    let touching = touching(entry)
    if touching.isEmpty { return true }
    let deletions = Set(
      touching.filter { index in
        made[index].blocks.contains {
          $0.key.entry == entry && $0.operations == .presence(.deleted)
        }
      })
    let edits = Set(touching).subtracting(deletions)
    return deletions.contains { edits.isSubset(of: made[$0].ancestors) }
  }
}
