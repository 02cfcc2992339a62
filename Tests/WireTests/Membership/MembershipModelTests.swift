import AfterwitMemberModel
import AfterwitTestRandomness
import AfterwitWire
import Testing

/// Random and small histories of members against the sentences, in any order of delivery.
@Suite("Members are a function of a set")
struct MembershipModelTests {
  /// Control envelopes, as the fold and as the reference see them.
  struct World {
    var history = ControlHistory()
    var reference = [
      ReferenceMembers.Envelope(author: "D", before: nil, seen: [], admits: ["D", "R"])
    ]

    @discardableResult
    mutating func write(
      _ author: String, admits: [String] = [], revokes: [(String, [Int])] = [],
      seen: Set<Int>, after before: Int?, renews: [String]? = nil
    ) -> Int {
      var acts = admits.map(ControlHistory.Act.admit)
      acts += revokes.map(ControlHistory.Act.revoke)
      if let renews { acts.append(.epoch(renews)) }
      reference.append(
        ReferenceMembers.Envelope(
          author: author, before: before, seen: seen, admits: admits,
          revokes: revokes.map { (target: $0.0, cut: $0.1) }))
      return history.write(by: author, acts, seen: seen.sorted(), after: before)
    }

    /// A line for each envelope.
    var description: String {
      reference.enumerated().map { place, envelope in
        "\(place) \(envelope.author) after \(envelope.before.map(String.init) ?? "-") seen "
          + "\(envelope.seen.sorted()) admits \(envelope.admits) revokes \(envelope.revokes)"
      }.joined(separator: "\n")
    }

    /// The last envelopes of a device among some, one for each branch.
    func tips(of name: String, in known: Set<Int>) -> [Int] {
      let own = known.filter { reference[$0].author == name }
      return own.filter { place in !own.contains { reference[$0].before == place } }.sorted()
    }
  }

  /// What does not depend on who looks: the order in which envelopes came changes nothing.
  private func checkOrders(_ world: World, _ random: inout SeededGenerator) -> Bool {
    let roster = world.history.roster
    for _ in 0..<2 {
      let other = world.history.roster(
        of: Array(world.reference.indices).shuffled(using: &random))
      guard other.membership.members == roster.membership.members,
        other.membership.valid == roster.membership.valid,
        other.membership.excluded == roster.membership.excluded,
        other.membership.usableEpochs == roster.membership.usableEpochs,
        other.membership.lastEpochs == roster.membership.lastEpochs,
        other.membership.tips == roster.membership.tips
      else { return false }
    }
    // No epoch that may be written under is open to anybody who is out.
    let out = Set(roster.membership.excluded.keys)
    let usable = Set(roster.membership.usableEpochs.map(\.identity))
    let wraps = world.history.envelopes.indices.filter {
      roster.membership.valid.contains(world.history.envelopes[$0].id)
    }.flatMap { world.history.records[$0] }
    for case .wrappedKey(let key) in wraps where usable.contains(key.identity) {
      if out.contains(key.recipient) { return false }
    }
    return true
  }

  /// Envelopes of anybody, who may have seen anything.
  private func anything(acts: Int, _ random: inout SeededGenerator) -> World {
    var world = World()
    let names = ["D", "L", "P", "X", "R", "Q"]
    for _ in 0..<acts {
      // What one signed whom nobody ever let in is taken nowhere.
      let known = Set(world.reference.flatMap(\.admits)).sorted()
      let author = known.randomElement(using: &random) ?? "D"
      let seen = Set(world.reference.indices.filter { _ in Bool.random(using: &random) })
      let own = seen.filter { world.reference[$0].author == author }.sorted()
      let target = names.randomElement(using: &random) ?? "L"
      let tips = world.tips(of: target, in: seen)
      switch UInt8.random(in: 0..<8, using: &random) {
      case 0..<4: world.write(author, admits: [target], seen: seen, after: own.last)
      case 4..<7:
        world.write(
          author, revokes: [(target, tips.filter { _ in Bool.random(using: &random) })],
          seen: seen, after: own.last,
          renews: Bool.random(using: &random) ? names.filter { $0 != target } : nil)
      default: world.write(author, seen: seen, after: own.last, renews: names)
      }
    }
    return world
  }

  @Test("whatever anybody writes, in whatever order it comes [AW-SEAL-36] [AW-SEAL-37]")
  func anybody() throws {
    let first = Effort.seed ?? 1
    let count = Effort.histories(1500)
    var unanswered = 0
    for seed in first..<first + UInt64(count) {
      var random = SeededGenerator(seed: seed)
      let world = anything(acts: Int.random(in: 3...9, using: &random), &random)
      #expect(checkOrders(world, &random), "seed \(seed)")
      do {
        let members = try ReferenceMembers(world.reference).members()
        #expect(
          ControlHistory.members(world.history.roster) == members,
          "seed \(seed)\n\(world.description)")
      } catch is ReferenceMembers.NoAnswer {
        unanswered += 1
      }
    }
    Effort.report("\(count) histories of members from \(first), \(unanswered) without a reference")
  }

  @Test("a thief's acts beyond the cut have no effect, and nobody honest goes [AW-SEAL-38]")
  func thief() {
    let first = Effort.seed ?? 1
    let count = Effort.histories(1500)
    for seed in first..<first + UInt64(count) {
      var random = SeededGenerator(seed: seed)
      var story = StolenMachine(&random)
      story.play(&random)
      let roster = story.world.history.roster
      #expect(checkOrders(story.world, &random), "seed \(seed)")
      let valid = story.thefts.filter {
        roster.membership.valid.contains(story.world.history.envelopes[$0].id)
      }
      #expect(valid.isEmpty, "seed \(seed): \(valid)")
      let members = ControlHistory.members(roster)
      #expect(!members.contains("L") && !members.contains { $0.hasPrefix("S") }, "seed \(seed)")
      let lost = story.honest.subtracting(members).subtracting(["L"])
      #expect(lost.isSubset(of: story.letInBeyondTheCut), "seed \(seed): \(lost)")
    }
    Effort.report("\(count) histories of a stolen machine from \(first)")
  }
}
