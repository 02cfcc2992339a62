import AfterwitCausality
import AfterwitTestRandomness
import Testing

/// A graph and, for each change, the set of itself and its ancestors.
private struct KnownGraph {
  var graph = CausalGraph()
  var histories: [Set<Int>] = []

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let isLinear = Int.random(in: 0..<3, using: &random) > 0
      let width = isLinear ? 1 : Int.random(in: 0...4, using: &random)
      let reach = isLinear ? 2 : 20
      let some = (0..<width).compactMap { _ in
        (0..<graph.count).suffix(reach).randomElement(using: &random)
      }
      append(parents: maximal(some))
    }
  }

  mutating func append(parents: [Int]) {
    let index = graph.append(parents: parents)
    histories.append(history(parents).union([index]))
  }

  func history(_ version: [Int]) -> Set<Int> {
    version.reduce(into: []) { $0.formUnion(histories[$1]) }
  }

  func maximal(_ indices: some Collection<Int>) -> [Int] {
    Set(indices).filter { index in
      !indices.contains { $0 != index && histories[$0].contains(index) }
    }.sorted()
  }

  func version(using random: inout SeededGenerator) -> [Int] {
    let count = Int.random(in: 0...3, using: &random)
    return maximal((0..<count).compactMap { _ in (0..<graph.count).randomElement(using: &random) })
  }
}

@Suite("Causal graph")
struct CausalGraphTests {
  private static let first = Effort.seed ?? 1
  private static let seeds = first..<first + 300

  private static func repeatCommand(_ seed: UInt64) -> Comment {
    "AFTERWIT_SEED=\(seed) swift test --filter CausalGraphTests"
  }

  @Test("the frontier is what nobody descends from, and parents are kept")
  func frontierAndParents() {
    for seed in Self.seeds {
      let known = KnownGraph(seed: seed)
      let everything = Array(known.histories.indices)
      #expect(known.graph.frontier == known.maximal(everything), Self.repeatCommand(seed))
      for index in everything {
        let parents = known.graph.parents(of: index)
        #expect(
          known.history(parents).union([index]) == known.histories[index],
          Self.repeatCommand(seed))
      }
    }
  }

  @Test("ancestry is what sets of ancestors say")
  func ancestry() {
    for seed in Self.seeds {
      let known = KnownGraph(seed: seed)
      var random = SeededGenerator(seed: seed)
      let version = known.version(using: &random)
      let history = known.history(version)
      for index in known.histories.indices {
        #expect(
          known.graph.isAncestor(index, orEqualToAnyOf: version) == history.contains(index),
          Self.repeatCommand(seed))
      }
    }
  }

  @Test("maximal changes are those that no other of them descends from")
  func maximal() {
    for seed in Self.seeds {
      let known = KnownGraph(seed: seed)
      var random = SeededGenerator(seed: seed)
      let some = known.histories.indices.filter { _ in Bool.random(using: &random) }
      #expect(
        known.graph.maximal(some.shuffled(using: &random)) == known.maximal(some),
        Self.repeatCommand(seed))
      let version = known.version(using: &random)
      let history = known.history(version)
      #expect(
        known.graph.maximal(among: some, atOrBefore: version)
          == known.maximal(some.filter(history.contains)),
        Self.repeatCommand(seed))
    }
  }

  @Test("differences and common ancestors are those of the sets")
  func differences() {
    for seed in Self.seeds {
      let known = KnownGraph(seed: seed)
      var random = SeededGenerator(seed: seed)
      let (a, b) = (known.version(using: &random), known.version(using: &random))
      let (onlyA, onlyB) = known.graph.difference(a, b)
      let (historyA, historyB) = (known.history(a), known.history(b))
      #expect(
        Array(onlyA.joined()) == historyA.subtracting(historyB).sorted(), Self.repeatCommand(seed))
      #expect(
        Array(onlyB.joined()) == historyB.subtracting(historyA).sorted(), Self.repeatCommand(seed))
      #expect(
        known.graph.commonAncestors(a, b) == known.maximal(historyA.intersection(historyB)),
        Self.repeatCommand(seed))
    }
  }

  @Test("a critical version is the last change that splits the history in two")
  func criticalVersions() {
    for seed in Self.seeds {
      let known = KnownGraph(seed: seed)
      let everything = known.histories.indices
      let last = everything.last { index in
        everything.allSatisfy { other in
          known.histories[index].contains(other) || known.histories[other].contains(index)
        }
      }
      let expected = last.map { [$0] } ?? []
      let frontier = known.graph.frontier
      #expect(known.graph.criticalVersion(of: frontier) == expected, Self.repeatCommand(seed))
      for floor in everything {
        #expect(
          known.graph.criticalVersion(of: frontier, notBefore: floor)
            == (floor > (last ?? -1) && floor > 0 ? nil : expected),
          Self.repeatCommand(seed))
      }
    }
  }
}
