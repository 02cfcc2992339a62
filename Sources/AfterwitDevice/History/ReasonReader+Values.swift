internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText

extension ReasonReader {
  /// Who wrote a value last, over what; or which of several that were written at once is shown.
  mutating func registerReasons(_ key: FieldKey, _ register: Register) throws -> [Reason] {
    let weighty = register.weightyWrites
    guard let shown = weighty.last else { return [] }
    let values = Set(weighty.map { ExactString($0.value) })
    let others = weighty.dropLast().reversed()
    var found: Reason
    if values.count > 1 {
      found = reason(.laterClock, of: key)
      found.beside = try others.flatMap { try saying(at: $0.index, $0.value) }
      found.review = openReview(of: key, .value)
    } else if register.writes.count > weighty.count {
      found = reason(.yielding, of: key)
      found.beside = try register.writes.filter { !weighty.contains($0) }
        .flatMap { try saying(at: $0.index, $0.value) }
    } else if weighty.count > 1 {
      found = reason(.agreed, of: key)
      found.beside = try others.flatMap { try saying(at: $0.index, $0.value) }
    } else {
      let before = try writesBefore(shown.index, in: register)
      let isDecision = Set(before.map { ExactString($0.value) }).count > 1
      found = reason(isDecision ? .decided : .last, of: key)
      found.beside = try before.flatMap { try saying(at: $0.index, $0.value) }
    }
    found.value = shown.value
    found.by = try saying(at: shown.index, shown.value)
    return [found]
  }

  /// What stood in a register where a change was made.
  private mutating func writesBefore(
    _ index: Int, in register: Register
  ) throws -> [Register.Write] {
    let writes = register.allWrites.filter { $0.index < index }
    guard let first = writes.first, let place = history.changes.place(of: index) else { return [] }
    if writes.count == 1, let before = history.changes.place(of: first.index),
      history.changes.isRow(from: before, to: place)
    {
      return writes
    }
    let before = try shelf.maximal(
      among: writes.map(\.index), atOrBefore: history.changes.stamp(at: place).parents)
    return writes.filter { before.contains($0.index) }
  }

  /// Who added each element of a set, and who took it out without knowing.
  mutating func setReasons(_ key: FieldKey, _ set: AddWinsSet) throws -> [Reason] {
    var reasons: [Reason] = []
    for element in set.elements {
      let adds = set.adds[element] ?? []
      var removals: [Int] = []
      for placed in try standing(on: key) {
        guard case .set(_, let removed)? = placed.change.operations(on: key),
          removed.contains(element)
        else { continue }
        let isSeen = try shelf.commonAncestors(of: [[placed.stamp.index], adds])
          .contains(placed.stamp.index)
        if !isSeen { removals.append(placed.stamp.index) }
      }
      var found = reason(removals.isEmpty ? .added : .addWins, of: key)
      found.value = element.string
      found.by = try adds.flatMap { try saying(at: $0) }
      found.beside = try removals.flatMap { try saying(at: $0) }
      reasons.append(found)
    }
    return reasons
  }

  /// How much each machine counted.
  func counterReasons(_ key: FieldKey, _ counter: Counter) throws -> [Reason] {
    var found = reason(.counted, of: key)
    found.value = String(counter.sum)
    found.tallies = try tallies(
      places(on: key).map { place in
        guard case .counter(let amount)? = try history.changes.change(at: place).operations(on: key)
        else { return (place, 0) }
        return (place, amount)
      })
    return found.tallies.isEmpty ? [] : [found]
  }

  /// What changes add up to, for each machine, in the order in which they first came.
  ///
  /// - Parameter amounts: each with the place of its change.
  func tallies(_ amounts: [(place: Int, amount: Int)]) throws -> [Reason.Tally] {
    var sums: [(writer: Writer, count: Int)] = []
    for (place, amount) in amounts {
      let order = history.changes.order(at: place)
      let isLocal = try writers.isLocal(order)
      let known = sums.firstIndex {
        $0.writer.device == order.device && $0.writer.isLocal == isLocal
      }
      if let known {
        sums[known].count += amount
      } else {
        let time = history.changes.timestamp(at: place)
        sums.append((try writers.writer(of: order, at: time), amount))
      }
    }
    return sums.map { Reason.Tally(writer: $0.writer, count: $0.count) }
  }
}
