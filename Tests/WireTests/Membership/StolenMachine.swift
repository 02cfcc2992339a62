import AfterwitMemberModel
import AfterwitTestRandomness

/// A journal whose device L is stolen: the thief forks its log, dates back, lets in and shuts out at
/// will; honest devices know of each other in part, and D or R shuts L out.
struct StolenMachine {
  private(set) var world = MembershipModelTests.World()
  /// What the thief wrote.
  private(set) var thefts: [Int] = []
  /// Those who are no thieves, the stolen machine among them.
  private(set) var honest: Set<String> = ["D", "R"]
  /// Those whom the stolen machine had let in, and whoever shut it out had not heard of; and whom
  /// they let in.
  private(set) var letInBeyondTheCut: Set<String> = []

  private var known: [String: Set<Int>] = ["D": [0], "R": [0]]
  private var tips: [String: Int] = ["D": 0]
  private var thieves = ["L"]
  private var newcomers = 0

  init(_ random: inout SeededGenerator) {
    var admitters = ["D"]
    for name in ["L", "P"].shuffled(using: &random) {
      let author = admitters.randomElement(using: &random) ?? "D"
      admit(name, by: author)
      admitters.append(name)
      for other in known.keys.sorted() where UInt8.random(in: 0..<10, using: &random) < 6 {
        learn(other, from: author)
      }
    }
    for name in ["X", "Y"].prefix(Int.random(in: 0...2, using: &random)) {
      admit(name, by: ["D", "L", "P"].randomElement(using: &random) ?? "D")
    }
  }

  private mutating func learn(_ name: String, from other: String) {
    let heard = known[other] ?? []
    known[name, default: []].formUnion(heard)
  }

  private mutating func admit(_ name: String, by author: String) {
    let place = world.write(
      author, admits: [name], seen: known[author] ?? [], after: tips[author])
    tips[author] = place
    known[author, default: []].insert(place)
    known[name] = known[author]
    honest.insert(name)
  }

  /// The theft, and the revocation somewhere in it.
  mutating func play(_ random: inout SeededGenerator) {
    if UInt8.random(in: 0..<10, using: &random) < 7 { learn("D", from: "L") }
    for _ in 0..<Int.random(in: 1...6, using: &random) { steal(&random) }
    let revoker = Bool.random(using: &random) ? "D" : "R"
    learn("R", from: "D")
    // Whoever shuts it out knows which of its acts were honest.
    let acts = (known[revoker] ?? []).subtracting(thefts)
    let cut = world.tips(of: "L", in: acts)
    noteWhomItLetIn(inside: acts)
    tips[revoker] = world.write(
      revoker, revokes: [("L", cut)], seen: known[revoker] ?? [], after: tips[revoker])
    for _ in 0..<Int.random(in: 0...3, using: &random) { steal(&random) }
  }

  private mutating func steal(_ random: inout SeededGenerator) {
    let thief = thieves.randomElement(using: &random) ?? "L"
    let seen = Set(world.reference.indices.filter { _ in Bool.random(using: &random) })
    let own = world.reference.indices.filter { world.reference[$0].author == thief }
    let before = ([nil] + own.map { $0 as Int? }).randomElement(using: &random) ?? nil
    if Bool.random(using: &random) {
      let name = "S\(newcomers)"
      newcomers += 1
      thefts.append(world.write(thief, admits: [name], seen: seen, after: before))
      thieves.append(name)
    } else {
      let target = (honest.sorted() + thieves).randomElement(using: &random) ?? "D"
      thefts.append(world.write(thief, revokes: [(target, [])], seen: seen, after: before))
    }
  }

  private mutating func noteWhomItLetIn(inside acts: Set<Int>) {
    for (place, envelope) in world.reference.enumerated() where !thefts.contains(place) {
      let isBeyond = envelope.author == "L" && !acts.contains(place)
      if isBeyond || letInBeyondTheCut.contains(envelope.author) {
        letInBeyondTheCut.formUnion(envelope.admits)
      }
    }
  }
}
