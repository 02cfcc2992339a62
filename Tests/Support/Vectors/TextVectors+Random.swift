// Three devices type letters at few places, and now and then learn of each other's changes. Which
// place an event may name depends on the text its author saw, which the definition tells.

extension TextVectors {
  /// A history that a seed repeats.
  static func random(seed: Int, by definition: Definition) -> Case {
    var dice = Dice(state: UInt64(seed) &* 7919 &+ 17)
    var events: [Event] = []
    var known: [Set<Int>] = [[], [], []]
    var ancestors: [Set<Int>] = []
    for _ in 0..<16 {
      let author = dice.roll(3)
      if dice.roll(4) == 0 {
        known[author].formUnion(known[dice.roll(3)])
        continue
      }
      let seen = known[author]
      let heads = seen.filter { head in !seen.contains { ancestors[$0].contains(head) } }.sorted()
      let shown = definition(numbered(events), heads).unicodeScalars.count
      let operations = operations(shown: shown, event: events.count, dice: &dice)
      known[author].insert(events.count)
      ancestors.append(seen)
      events.append(
        Event(
          device: UInt8(3 - author), number: 0, envelope: 0, parents: heads,
          operations: operations))
    }
    events = numbered(events)
    let everything = Array(events.indices)
    return Case(
      name: "random history \(seed + 1)", events: events, text: definition(events, everything))
  }

  private static func operations(shown: Int, event: Int, dice: inout Dice) -> [Operation] {
    if shown > 1, dice.roll(4) == 0 {
      let start = dice.roll(shown)
      let letter = letters(event)
      return [.delete(at: start, 1), .insert(at: start, letter)]
    }
    if shown > 2, dice.roll(4) == 0 {
      let start = dice.roll(shown - 1)
      return [.delete(at: start, 1 + dice.roll(2))]
    }
    let position = dice.roll(min(shown, 3) + 1)
    return [.insert(at: position, letters(event) + (dice.roll(2) == 0 ? "'" : ""))]
  }

  private static func letters(_ event: Int) -> String {
    String(Array("abcdefghijklmnopqrstuvwxyz")[event])
  }
}

/// A linear congruential generator, enough to roll dice in a vector.
private struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(sides))
  }
}
