import AfterwitTestRandomness
import AfterwitText
import AfterwitTraces

extension Script {
  /// The recorded sessions that may be at hand.
  static let recordings = [
    "automerge-paper", "sveltecomponent", "friendsforever_flat", "friendsforever",
  ]

  /// Reads a session from the collection of recordings; `nil` where it is not at hand.
  init?(recorded name: String) throws {
    guard EditingTrace.exists(name) else { return nil }
    let trace = try EditingTrace(named: name)
    if trace.agents.allSatisfy({ $0 == 0 }) {
      self = .sequential(
        trace.events.flatMap(\.operations).compactMap(Patch.init), end: trace.ending)
    } else {
      self = .concurrent(
        zip(trace.agents, trace.events).map {
          ($0, $1.parents, $1.operations.compactMap(Patch.init))
        }, end: trace.ending)
    }
  }

  /// Two branches of so many seeded edits each of one text: words at random places, or typed in rows.
  static func diverging(edits: Int, areTyped: Bool) -> Script {
    var random = SeededGenerator(seed: 7)
    let base = (0..<10_000).map { _ in Self.letter(using: &random) }.joined()
    let branches = (0..<2).map { _ in
      var (length, patches) = (10_000, [Patch]())
      while patches.count < edits {
        patches +=
          areTyped ? row(in: &length, using: &random) : [edit(in: &length, using: &random)]
      }
      return Array(patches.prefix(edits))
    }
    return .diverging(base: base, branches: branches)
  }

  /// One to four letters put in or taken out somewhere.
  private static func edit(in length: inout Int, using random: inout SeededGenerator) -> Patch {
    let count = Int.random(in: 1...4, using: &random)
    if Int.random(in: 0..<10, using: &random) < 3 {
      length -= count
      return Patch(position: Int.random(in: 0...length, using: &random), deleted: count, text: "")
    }
    length += count
    return Patch(
      position: Int.random(in: 0...length - count, using: &random), deleted: 0,
      text: (0..<count).map { _ in letter(using: &random) }.joined())
  }

  /// Thirty letters typed somewhere, of which the last five are taken back.
  private static func row(in length: inout Int, using random: inout SeededGenerator) -> [Patch] {
    let start = Int.random(in: 0...length, using: &random)
    length += 25
    return (0..<30).map {
      Patch(position: start + $0, deleted: 0, text: letter(using: &random))
    } + (0..<5).map { Patch(position: start + 29 - $0, deleted: 1, text: "") }
  }

  private static func letter(using random: inout SeededGenerator) -> String {
    String("etaoinshrdlu ".randomElement(using: &random) ?? "e")
  }
}

extension Patch {
  /// An operation as a patch; `nil` where it changes no text.
  fileprivate init?(_ operation: TextOperation) {
    switch operation {
    case .insert(let position, let text): self.init(position: position, deleted: 0, text: text)
    case .delete(let position, let count): self.init(position: position, deleted: count, text: "")
    case .answer, .same: return nil
    }
  }
}
