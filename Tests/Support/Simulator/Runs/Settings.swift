/// What a person's environment asks of the simulator.
///
/// `AFTERWIT_FIRST` is the seed from which on seeds are run; `AFTERWIT_SEED` is the one to be
/// repeated.
package struct Settings: Sendable {
  /// The seeds to run.
  package let seeds: ClosedRange<UInt64>
  /// Whether one run is to be repeated.
  package let isRepetition: Bool

  /// Reads the variables of an environment.
  ///
  /// - Parameter count: how many seeds are run where none is to be repeated.
  package init(_ environment: [String: String], count: UInt64) {
    func number(_ name: String) -> UInt64? { environment[name].flatMap { UInt64($0) } }
    let seed = number("AFTERWIT_SEED")
    isRepetition = seed != nil
    let first = seed ?? number("AFTERWIT_FIRST") ?? 1
    seeds = first...(seed == nil ? first + max(1, count) - 1 : first)
  }
}
