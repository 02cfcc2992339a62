public import AfterwitDocument
public import AfterwitEncoding

// A list is a row of places, and positions count all of them (see `ListField`). What stays where it was
// is as much as can stay: the longest part of the old order that is in order still. The rest is put
// before the next element that stays, or at the end, in runs, so that what was moved together is one
// move.

/// Where the elements of a list stand, from which another order is made with as few moves as can be.
public struct ListOrder: Sendable {
  private let placeCount: Int
  private var positions: [ElementID: Int] = [:]
  private var ranks: [ElementID: Int] = [:]

  /// The order of a list with so many places, vacant ones too.
  ///
  /// - Parameter elements: the elements in their order, each with the places before it.
  public init(_ elements: [(element: ElementID, position: Int)], placeCount: Int) {
    self.placeCount = placeCount
    for (rank, (element, position)) in elements.enumerated() {
      positions[element] = position
      ranks[element] = rank
    }
  }

  /// What is put where so that elements, of which some may be new, stand in an order.
  public func puts(giving order: [ElementID]) -> [ListEdits.Put] {
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
    place(before: placeCount)
    return puts
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
