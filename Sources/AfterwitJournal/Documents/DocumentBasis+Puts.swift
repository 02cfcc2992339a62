public import AfterwitDocument
public import AfterwitEncoding

// A list is a row of places, and positions count all of them (see `ListField`). What stays where it was
// is as much as can stay: the longest part of the old order that is in order still. The rest is put
// before the next element that stays, or at the end, in runs, so that what was moved together is one
// move.

extension DocumentBasis {
  /// The edits that give a list the order that a document shows, and remove what is gone.
  ///
  /// - Parameters:
  ///   - order: the elements as they are to stand, new ones among them.
  ///   - removed: the elements that are gone.
  public func listEdits(
    _ list: ListDefinition, order: [ElementID], removed: [ElementID]
  ) -> ListEdits {
    let row = row(of: list)
    var positions: [ElementID: Int] = [:]
    var ranks: [ElementID: Int] = [:]
    for (rank, element) in row.elements.enumerated() {
      positions[element.id] = element.position
      ranks[element.id] = rank
    }
    let staying = Set(Self.longestAscending(order.filter { ranks[$0] != nil }) { ranks[$0] ?? 0 })
    var puts: [ListEdits.Put] = []
    var run: (ids: [ElementID], isMove: Bool)?
    var pending: [(ids: [ElementID], isMove: Bool)] = []
    var shift = 0
    func place(before position: Int) {
      if let last = run { pending.append(last) }
      run = nil
      for (ids, isMove) in pending {
        puts.append(ListEdits.Put(position: position + shift, elements: ids, isMove: isMove))
        shift += ids.count
      }
      pending = []
    }
    for id in order {
      if staying.contains(id), let position = positions[id] {
        place(before: position)
        continue
      }
      let isMove = ranks[id] != nil
      if let last = run, last.isMove == isMove {
        run?.ids.append(id)
      } else {
        if let last = run { pending.append(last) }
        run = ([id], isMove)
      }
    }
    place(before: row.placeCount)
    return ListEdits(puts: puts, removed: removed)
  }

  /// A longest part of some elements whose ranks ascend.
  private static func longestAscending(
    _ ids: [ElementID], _ rank: (ElementID) -> Int
  ) -> [ElementID] {
    // For each length, the element with the least rank that ends a part of it; O(n·log n).
    var ends: [Int] = []
    var before = [Int?](repeating: nil, count: ids.count)
    for index in ids.indices {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if rank(ids[ends[middle]]) < rank(ids[index]) { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = ends[low - 1] }
      if low < ends.count { ends[low] = index } else { ends.append(index) }
    }
    var part: [ElementID] = []
    var place = ends.last
    while let index = place {
      part.append(ids[index])
      place = before[index]
    }
    return part.reversed()
  }
}
