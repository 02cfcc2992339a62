// Who is a member: a function of a set of control envelopes.
//
// Problem: members are let in and shut out on machines that have not heard of each other, and a
// machine that was stolen goes on signing, dates back what it signs, and shuts out whom it likes. A
// rule that any member may shut out any other has no answer where two do so to each other; one by
// the order of arrival has as many answers as there are machines.
//
// Idea: an envelope has *seen* others. Who was a member before another was let in is *older* than
// it, and only who is older shuts out. A machine's place is fixed by the envelope that let it in,
// which its thief cannot change. Revocations are decided in rounds: each round works out, from what
// is decided, which envelopes have effect and what each had seen, and then decides those revocations
// whose foundations no undecided one can void; if there are none, those of the oldest. "Older" is a
// strict partial order whatever is decided, so each round decides at least one.
//
// Invariant: nothing here depends on the order of the envelopes, or on what is missing but by its
// absence.
//
// Cost: O(n·m/64) for a round, for n envelopes and m members that were ever let in; one round where
// nobody was shut out, and at most one for each revocation.
//
// Protocol/5-sealing, "Who is a member": AW-SEAL-36 to 40.

internal import AfterwitEncoding

/// Works out what the control envelopes of a journal come to.
struct MembershipFold {
  /// A revocation, and the envelope that it is in.
  struct Placed: Sendable {
    let place: Int
    let node: Int
    let author: Int
    let target: Int
    let revocation: Revocation
    /// The envelopes of its target that it leaves standing.
    let kept: Set<Int>
  }

  private let nodes: [ControlNode]
  private let genesis: Int
  private let places: [EnvelopeID: Int]
  /// Everyone who was ever let in, by a number.
  let numbers: [DeviceID: Int]
  private let ranks: [UInt8]
  private let authors: [Int]
  /// Whom each envelope lets in; those above its author's rank are none.
  private let admitted: [[Int]]
  /// The envelopes that let each member in, with or without effect.
  private let admissions: [[Int]]
  private let parents: [[Int]]
  private let order: [Int]

  /// What has effect, as far as it is decided.
  private(set) var hasEffect: [Bool]
  /// The revocations that have effect.
  private(set) var revocations: [Placed] = []
  private var before: MemberSets

  /// Folds the envelopes, of which the first founded the journal.
  init(_ nodes: [ControlNode], places: [EnvelopeID: Int]) {
    self.nodes = nodes
    self.places = places
    genesis = 0
    var numbers: [DeviceID: Int] = [:]
    for node in nodes {
      for member in node.admitted where numbers[member.device] == nil {
        numbers[member.device] = numbers.count
      }
    }
    self.numbers = numbers
    let ranks = Self.ranks(of: nodes, numbers)
    self.ranks = ranks
    authors = nodes.map { numbers[$0.author] ?? 0 }
    admitted = nodes.map { node in
      let rank = numbers[node.author].map { ranks[$0] } ?? 0
      let isFirst = node.id == nodes[0].id
      return node.admitted.compactMap { member in
        guard let number = numbers[member.device], ranks[number] == member.rank,
          isFirst || member.rank <= rank
        else { return nil }
        return number
      }
    }
    var admissions = [[Int]](repeating: [], count: numbers.count)
    for (node, members) in admitted.enumerated() {
      // The genesis is before all, so whom it lets in nobody lets in again.
      for member in Set(members) where admissions[member].first != 0 {
        admissions[member].append(node)
      }
    }
    self.admissions = admissions
    parents = Self.parents(of: nodes, places, authors: authors, admitted: admitted)
    order = Self.order(of: parents)
    hasEffect = []
    before = MemberSets(count: 0, members: 0)
    decide()
  }

  /// Whether a record gives a member the rank that it has.
  func isOfItsRank(_ member: Member) -> Bool {
    numbers[member.device].map { ranks[$0] } == member.rank
  }

  /// Whether anybody let a device in who could, with effect or not.
  func isLetIn(_ member: Int) -> Bool { ranks[member] > 0 }

  /// Whether one member is older than another, as far as it is decided (AW-SEAL-38).
  func isOlder(_ left: Int, than right: Int) -> Bool {
    if ranks[left] != ranks[right] { return ranks[left] > ranks[right] }
    if left == right || admitted[genesis].contains(right) { return false }
    if admitted[genesis].contains(left) { return true }
    let first = firstAdmissions(of: right)
    return !first.isEmpty && first.allSatisfy { before.holds(left, in: $0) }
  }

  /// The envelopes that let a member in, without those that had seen another that did.
  func firstAdmissions(of member: Int) -> [Int] {
    admissions[member].filter { hasEffect[$0] && !before.holds(member, in: $0) }
  }

  /// Those who were let in by an envelope that has effect.
  var letIn: Set<Int> {
    Set(nodes.indices.filter { hasEffect[$0] }.flatMap { admitted[$0] })
  }

  // MARK: Rounds

  private mutating func decide() {
    var open = placed()
    workOut()
    while true {
      open.removeAll { !hasEffect[$0.node] }
      guard !open.isEmpty else { return }
      var older = OlderPairs(self)
      let chosen = next(of: open, &older)
      let valid = chosen.filter { one in
        one.author == one.target ? retires(one) : older.holds(one.author, one.target)
      }
      let decided = Set(chosen.map(\.place))
      open.removeAll { decided.contains($0.place) }
      guard !valid.isEmpty else { continue }
      revocations += valid
      workOut()
    }
  }

  /// The revocations that can be decided: no undecided one could void what they rest on.
  ///
  /// Where each could void another, those of the oldest come first.
  private func next(of open: [Placed], _ older: inout OlderPairs) -> [Placed] {
    let byTarget = Dictionary(grouping: open, by: \.target)
    var ready: [Placed] = []
    for one in open where !isBlocked(one, by: byTarget, &older) { ready.append(one) }
    guard ready.isEmpty else { return ready }
    return open.filter { one in
      !open.contains { older.holds($0.author, one.author) }
    }
  }

  private func isBlocked(
    _ one: Placed, by open: [Int: [Placed]], _ older: inout OlderPairs
  ) -> Bool {
    for node in foundations(of: one) where node != genesis {
      for other in open[authors[node]] ?? []
      where other.node != one.node && !other.kept.contains(node) {
        guard other.author == other.target else {
          if older.holds(other.author, other.target) { return true }
          continue
        }
        // Of several by which a paper ends itself, none voids another.
        if retires(other), !retires(one) || one.node != node { return true }
      }
    }
    return false
  }

  /// The envelopes that decide whether a revocation has effect: its own, those that let its author
  /// and its target in, and those that let in whoever wrote these.
  private func foundations(of one: Placed) -> Set<Int> {
    var found: Set<Int> = [one.node]
    var left = [one.node] + admissions[one.target].filter { hasEffect[$0] }
    found.formUnion(left)
    while let node = left.popLast() {
      for admission in admissions[authors[node]] where hasEffect[admission] {
        if found.insert(admission).inserted { left.append(admission) }
      }
    }
    return found
  }

  /// Whether a revocation is one by which a recovery member ends itself.
  private func retires(_ one: Placed) -> Bool {
    one.author == one.target && ranks[one.author] == Member.recoveryRank
  }

  /// Works out which envelopes have effect, and who was a member before each.
  private mutating func workOut() {
    let cut = cutEnvelopes()
    hasEffect = [Bool](repeating: false, count: nodes.count)
    before = MemberSets(count: nodes.count, members: numbers.count)
    // What is handed on: who was a member before an envelope, and whom it let in.
    var after = MemberSets(count: nodes.count, members: numbers.count)
    for node in order {
      if node != genesis { before.formUnion(of: after, genesis, into: node) }
      for parent in parents[node] { before.formUnion(of: after, parent, into: node) }
      hasEffect[node] =
        node == genesis || (before.holds(authors[node], in: node) && !cut.contains(node))
      after.formUnion(of: before, node, into: node)
      if hasEffect[node] { for member in admitted[node] { after.insert(member, into: node) } }
    }
  }

  /// The envelopes that a revocation with effect takes away: of several by others each must leave
  /// it standing, of several by the member itself one.
  private func cutEnvelopes() -> Set<Int> {
    var cut: Set<Int> = []
    for (target, all) in Dictionary(grouping: revocations, by: \.target) {
      let own = all.filter { $0.author == target }
      let others = all.filter { $0.author != target }
      for node in nodes.indices where authors[node] == target && node != genesis {
        if others.contains(where: { !$0.kept.contains(node) })
          || !own.isEmpty && !own.contains(where: { $0.kept.contains(node) })
        {
          cut.insert(node)
        }
      }
    }
    return cut
  }

  // MARK: What is known beforehand

  private func placed() -> [Placed] {
    var placed: [Placed] = []
    for node in nodes.indices {
      for revocation in nodes[node].revocations {
        guard let target = numbers[revocation.target] else { continue }
        var ends = revocation.controlCut
        if authors[node] == target { ends.append(nodes[node].id) }
        placed.append(
          Placed(
            place: placed.count, node: node, author: authors[node], target: target,
            revocation: revocation, kept: kept(ends, of: target)))
      }
    }
    return placed
  }

  /// The envelopes of a member from these back to its first.
  private func kept(_ ends: [EnvelopeID], of member: Int) -> Set<Int> {
    var kept: Set<Int> = []
    for end in ends {
      var next = places[end]
      while let node = next, authors[node] == member, kept.insert(node).inserted {
        next = places[nodes[node].before]
      }
    }
    return kept
  }

  /// The rank of each: the highest that anybody gave it who may.
  private static func ranks(of nodes: [ControlNode], _ numbers: [DeviceID: Int]) -> [UInt8] {
    var ranks = [UInt8](repeating: 0, count: numbers.count)
    for member in nodes[0].admitted {
      if let number = numbers[member.device] { ranks[number] = max(ranks[number], member.rank) }
    }
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for node in nodes.dropFirst() {
        guard let author = numbers[node.author] else { continue }
        for member in node.admitted where member.rank <= ranks[author] {
          guard let number = numbers[member.device], ranks[number] < member.rank else { continue }
          ranks[number] = member.rank
          isGrowing = true
        }
      }
    }
    return ranks
  }

  /// What each envelope had seen, as far as it is here.
  ///
  /// One that does not say is of an earlier version: it had seen what let its author in.
  private static func parents(
    of nodes: [ControlNode], _ places: [EnvelopeID: Int], authors: [Int], admitted: [[Int]]
  ) -> [[Int]] {
    var parents = nodes.map { node in (node.seen ?? []).compactMap { places[$0] } }
    var left = nodes.indices.dropFirst().filter { nodes[$0].seen == nil }
    var reached = [0]
    while !left.isEmpty, !reached.isEmpty {
      let letIn = Dictionary(
        grouping: reached.flatMap { node in admitted[node].map { (member: $0, node: node) } },
        by: \.member)
      let next = left.filter { letIn[authors[$0]] != nil }
      for node in next { parents[node] = letIn[authors[node]]?.map(\.node) ?? [] }
      left.removeAll { letIn[authors[$0]] != nil }
      reached = next
    }
    return parents
  }

  /// The envelopes, each after what it had seen.
  private static func order(of parents: [[Int]]) -> [Int] {
    var children = [[Int]](repeating: [], count: parents.count)
    var missing = parents.map(\.count)
    for (node, seen) in parents.enumerated() {
      for parent in seen { children[parent].append(node) }
    }
    var order = parents.indices.filter { missing[$0] == 0 }
    var next = 0
    while next < order.count {
      for child in children[order[next]] {
        missing[child] -= 1
        if missing[child] == 0 { order.append(child) }
      }
      next += 1
    }
    return order
  }
}

/// Who is older than whom in one round; each pair is worked out once.
private struct OlderPairs {
  private let fold: MembershipFold
  private var known: [Int: Bool] = [:]

  init(_ fold: MembershipFold) {
    self.fold = fold
  }

  mutating func holds(_ left: Int, _ right: Int) -> Bool {
    let pair = left * fold.numbers.count + right
    if let known = known[pair] { return known }
    let answer = fold.isOlder(left, than: right)
    known[pair] = answer
    return answer
  }
}
