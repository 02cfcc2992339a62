internal import AfterwitTestRandomness

/// Histories one after another, and what was seen of them.
package struct ModelRun {
  /// How many histories were looked at, by their number of acts.
  private var counts = [Int](repeating: 0, count: 16)
  /// How often they were folded in another order.
  private var orders = 0
  /// For how many the sentences have no answer.
  private var unanswered = 0
  /// What was broken, how often, and the first history that does.
  package private(set) var broken: [ModelInvariant: (count: Int, text: String)] = [:]

  package init() {}

  /// Looks at all histories of at most so many acts, up to their names, in every order of delivery.
  package mutating func all(acts: Int) {
    extend(ModelHistory(), by: acts)
  }

  private mutating func extend(_ history: ModelHistory, by acts: Int) {
    look(at: history, AfterwitMemberModel.orders(of: Array(1..<history.acts.count)))
    guard acts > 0 else { return }
    for act in history.choices {
      var next = history
      next.write(act)
      if next.isLeast { extend(next, by: acts - 1) }
    }
  }

  /// Looks at a history that a seed draws, in some orders, one of them with envelopes missing.
  package mutating func sample(acts: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var history = ModelHistory()
    for _ in 0..<acts {
      var places: UInt64 = 1
      for place in 1..<history.acts.count + 1
      where place < history.acts.count && UInt8.random(in: 0..<4, using: &random) > 0 {
        if history.acts[place].seen & ~places == 0 { places |= 1 << UInt64(place) }
      }
      if !history.isClosed(places) { places = history.all }
      guard let author = history.cast.randomElement(using: &random),
        let act = history.choices(of: author, on: places).randomElement(using: &random)
      else { continue }
      history.write(act)
    }
    let delivered = Array(1..<history.acts.count)
    look(at: history, (0..<2).map { _ in delivered.shuffled(using: &random) })
  }

  private mutating func look(at history: ModelHistory, _ orders: [[Int]]) {
    counts[history.acts.count - 1] += 1
    self.orders += orders.count
    guard let broken = ModelCheck(history).broken(orders: orders, &unanswered) else { return }
    let text = history.acts.dropFirst().enumerated().map { "\($0 + 1) \($1.text)" }
    self.broken[broken] = (
      count: (self.broken[broken]?.count ?? 0) + 1,
      text: self.broken[broken]?.text ?? text.joined(separator: "\n")
    )
  }

  /// A line for all that was looked at, and the first history of each invariant that is broken.
  package var report: String {
    let lines = broken.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      "BROKEN \($0.key.rawValue) in \($0.value.count), first:\n\($0.value.text)"
    }
    let numbers = counts.indices.filter { counts[$0] > 0 }.map { "\($0): \(counts[$0])" }
    return
      ([
        "histories by acts \(numbers.joined(separator: ", ")); \(orders) orders; "
          + "\(unanswered) without a reference"
      ] + lines).joined(separator: "\n")
  }
}
