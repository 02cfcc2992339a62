internal import AfterwitTestRandomness

/// What a seed stands for: how many machines, what may go wrong how often, and the steps.
///
/// Not every run has every fault: runs with few kinds of them go deeper into each ("swarm testing",
/// Groce, Zhang, Eide, Chen, Regehr, 2012).
package struct Plan: Sendable {
  /// With how many machines runs begin.
  static let sizes = [2, 3, 4]

  /// The seed.
  package let seed: UInt64
  /// How many machines begin.
  package let machines: Int
  /// Whether the members have never synced when the run begins.
  package let isFresh: Bool
  /// How often what goes wrong.
  package var rates: FaultRates
  /// What is done, in order.
  package var steps: [Step]

  /// Draws the plan of a seed.
  ///
  /// - Parameter rates: how often what goes wrong, where the seed is not to say it.
  package init(seed: UInt64, rates given: FaultRates? = nil) {
    self.seed = seed
    var random = SeededGenerator(seed: Step.mix(seed, 0xaf7e_4817))
    machines = [2, 2, 3, 3, 4].randomElement(using: &random) ?? Self.sizes[0]
    isFresh = Int.random(in: 0..<8, using: &random) == 0
    let drawn = Self.rates(using: &random)
    rates = given ?? drawn
    let count = [3, 4, 6, 10, 18].randomElement(using: &random) ?? 6
    var steps: [Step] = []
    let kinds = Self.kinds(with: rates)
    for number in 0..<count {
      steps.append(
        Step(
          number: number, kind: kinds.randomElement(using: &random) ?? .write,
          machine: Int.random(in: 0..<12, using: &random),
          seed: Step.mix(seed, UInt64(number) + 1)))
    }
    self.steps = steps
  }

  /// A plan of given parts, which stays the same however plans are drawn.
  ///
  /// - Parameter numbers: the places of the steps in the run that they are left of.
  package init(
    seed: UInt64, machines: Int, isFresh: Bool, rates: FaultRates,
    steps: [(kind: Step.Kind, machine: Int)], numbers: [Int]? = nil
  ) {
    self.seed = seed
    self.machines = machines
    self.isFresh = isFresh
    self.rates = rates
    self.steps = zip(numbers ?? Array(steps.indices), steps).map { number, step in
      Step(
        number: number, kind: step.kind, machine: step.machine,
        seed: Step.mix(seed, UInt64(number) + 1))
    }
  }

  private static func rates(using random: inout SeededGenerator) -> FaultRates {
    var rates = FaultRates()
    for fault in Fault.allCases where Int.random(in: 0..<3, using: &random) == 0 {
      rates[fault] = [20, 80, 250].randomElement(using: &random) ?? 20
    }
    if Bool.random(using: &random) { rates[.reorder] = 500 }
    if rates[.pairing] > 0, Bool.random(using: &random) { rates[.pairing] = 0 }
    if rates[.crash] > 0, Bool.random(using: &random) { rates[.tear] = 600 }
    return rates
  }

  /// The kinds of steps, each as often as it is likely.
  private static func kinds(with rates: FaultRates) -> [Step.Kind] {
    var kinds: [Step.Kind] = []
    func add(_ kind: Step.Kind, _ count: Int, _ fault: Fault? = nil) {
      if let fault, rates[fault] == 0 { return }
      kinds += Array(repeating: kind, count: count)
    }
    add(.write, 11)
    add(.list, 7)
    add(.clash, 6)
    add(.undo, 6)
    add(.look, 2)
    add(.decide, 7)
    add(.sync, 14)
    add(.open, 4)
    add(.save, 5)
    add(.rest, 3)
    add(.rebuild, 1)
    add(.crash, 3, .crash)
    add(.cut, 2, .partition)
    add(.fill, 2, .fullDisk)
    add(.jump, 3, .clockJump)
    add(.copy, 2, .restore)
    add(.restore, 2, .restore)
    add(.wipe, 1, .wipe)
    add(.code, 2, .wipe)
    add(.clone, 1, .clone)
    add(.pair, 1, .pairing)
    add(.exclude, 8, .exclusion)
    add(.rejoin, 4, .exclusion)
    add(.adopt, 2, .exclusion)
    return kinds
  }
}
