/// What a person's environment asks of the simulator.
///
/// `AFTERWIT_FIRST` is the seed from which on seeds are run; `AFTERWIT_SEED` is the one to be
/// repeated, `AFTERWIT_STEPS` which of its steps, `AFTERWIT_FAULTS` which of its faults: the names of
/// those that are left, or, each with a hyphen before it, of those that are not.
package struct Settings: Sendable {
  /// The seeds to run.
  package let seeds: ClosedRange<UInt64>
  /// Whether one run is to be repeated.
  package let isRepetition: Bool
  private let steps: Set<Int>?
  private let faults: [String]?

  /// Reads the variables of an environment.
  ///
  /// - Parameter count: how many seeds are run where none is to be repeated.
  package init(_ environment: [String: String], count: UInt64) {
    func number(_ name: String) -> UInt64? { environment[name].flatMap { UInt64($0) } }
    func words(_ name: String) -> [String]? {
      environment[name].map { $0.split(separator: ",").map(String.init) }
    }
    let seed = number("AFTERWIT_SEED")
    isRepetition = seed != nil
    let first = seed ?? number("AFTERWIT_FIRST") ?? 1
    seeds = first...(seed == nil ? first + max(1, count) - 1 : first)
    steps = words("AFTERWIT_STEPS").map { Set($0.compactMap { Int($0) }) }
    faults = words("AFTERWIT_FAULTS")
  }

  /// The plan of a seed, with what was asked to be left out of it.
  package func plan(of seed: UInt64) -> Plan {
    var plan = Plan(seed: seed)
    if let steps { plan.steps.removeAll { !steps.contains($0.number) } }
    if let faults {
      let isExclusion = !faults.isEmpty && faults.allSatisfy { $0.hasPrefix("-") }
      let off = plan.rates.faults.filter { fault in
        isExclusion ? faults.contains("-" + fault.rawValue) : !faults.contains(fault.rawValue)
      }
      plan.rates = plan.rates.without(Set(off))
    }
    return plan
  }
}
