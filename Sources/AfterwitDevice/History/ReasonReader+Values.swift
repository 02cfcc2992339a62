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
      found.beside = others.flatMap { saying(at: $0.index, $0.value) }
      found.review = openReview(of: key, .value)
    } else if register.writes.count > weighty.count {
      found = reason(.yielding, of: key)
      found.beside = register.writes.filter { !weighty.contains($0) }
        .flatMap { saying(at: $0.index, $0.value) }
    } else if weighty.count > 1 {
      found = reason(.agreed, of: key)
      found.beside = others.flatMap { saying(at: $0.index, $0.value) }
    } else {
      let before = try writesBefore(shown.index, of: key)
      let isDecision = Set(before.map { ExactString($0.value) }).count > 1
      found = reason(isDecision ? .decided : .last, of: key)
      found.beside = before.flatMap { saying(at: $0.index, $0.value) }
    }
    found.value = shown.value
    found.by = saying(at: shown.index, shown.value)
    return [found]
  }

  /// What stood in a register where a change was made.
  private mutating func writesBefore(
    _ index: Int, of key: FieldKey
  ) throws -> [(index: Int, value: String)] {
    let writes = standing(on: key)
    guard let change = writes.last(where: { $0.stamp.index == index }) else { return [] }
    let before = try shelf.maximal(
      among: writes.map(\.stamp.index), atOrBefore: change.stamp.parents)
    return writes.compactMap { placed in
      guard before.contains(placed.stamp.index),
        case .register(let value)? = placed.change.operations(on: key)
      else { return nil }
      return (placed.stamp.index, value)
    }
  }

  /// Who added each element of a set, and who took it out without knowing.
  mutating func setReasons(_ key: FieldKey, _ set: AddWinsSet) throws -> [Reason] {
    var reasons: [Reason] = []
    for element in set.elements {
      let adds = set.adds[element] ?? []
      var removals: [Int] = []
      for placed in standing(on: key) {
        guard case .set(_, let removed)? = placed.change.operations(on: key),
          removed.contains(element)
        else { continue }
        let isSeen = try shelf.commonAncestors(of: [[placed.stamp.index], adds])
          .contains(placed.stamp.index)
        if !isSeen { removals.append(placed.stamp.index) }
      }
      var found = reason(removals.isEmpty ? .added : .addWins, of: key)
      found.value = element.string
      found.by = adds.flatMap { saying(at: $0) }
      found.beside = removals.flatMap { saying(at: $0) }
      reasons.append(found)
    }
    return reasons
  }

  /// How much each machine counted.
  func counterReasons(_ key: FieldKey, _ counter: Counter) -> [Reason] {
    var found = reason(.counted, of: key)
    found.value = String(counter.sum)
    found.tallies = tallies(
      standing(on: key).map { placed in
        guard case .counter(let amount)? = placed.change.operations(on: key) else {
          return (placed.stamp.index, 0)
        }
        return (placed.stamp.index, amount)
      })
    return found.tallies.isEmpty ? [] : [found]
  }

  /// What changes add up to, for each machine, in the order in which they first came.
  func tallies(_ amounts: [(index: Int, amount: Int)]) -> [Reason.Tally] {
    var tallies: [Reason.Tally] = []
    for (index, amount) in amounts {
      guard let writer = version(at: index)?.writer else { continue }
      let place = tallies.firstIndex {
        $0.writer.device == writer.device && $0.writer.isLocal == writer.isLocal
      }
      guard let place else {
        tallies.append(Reason.Tally(writer: writer, count: amount))
        continue
      }
      tallies[place] = Reason.Tally(writer: writer, count: tallies[place].count + amount)
    }
    return tallies
  }
}
