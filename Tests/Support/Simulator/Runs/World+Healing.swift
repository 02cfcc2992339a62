internal import AfterwitDevice
internal import AfterwitSync
internal import AfterwitTestRandomness

// In the end everything works again, and everybody syncs until nothing is new. A relay that does
// not know the journal gets it from the first device that has it, by an operator's code, as the
// device's own words tell the person to do. In some runs people then decide about what is open, two
// of them at once, and everybody syncs again.

extension World {
  /// How often everybody may sync before it must be quiet.
  private static let rounds = 10

  /// Lets everything heal and everybody sync until nothing is new.
  func heal() async throws {
    var random = SeededGenerator(seed: Step.mix(plan.seed, 0x4ea1))
    for machine in machines {
      machine.disk.heal()
    }
    try sabotage.device(try machines[0].running())
    try await agree(using: &random)
    guard Int.random(in: 0..<3, using: &random) == 0 else { return }
    var isDecided = false
    for machine in machines.shuffled(using: &random).prefix(2) {
      machine.looked = []
      if try decide(on: machine, using: &random, isLast: true) { isDecided = true }
    }
    if isDecided { try await agree(using: &random) }
  }

  /// Lets everybody sync until nothing is new.
  ///
  /// A session ends with the device and the relay holding the same. So once all have been there in a
  /// row, and only the first of them brought or found anything, nobody has anything for another.
  private func agree(using random: inout SeededGenerator) async throws {
    var agreeing = 0
    for round in 0..<Self.rounds {
      let step = Step(
        number: .max, kind: .sync, machine: 0, seed: Step.mix(plan.seed, 1_000_000 + UInt64(round)))
      trace.note("healing \(round)")
      for machine in machines {
        let result = try await sync([machine], rates: FaultRates(), step: step, using: &random)
        switch result.first {
        case .success(let report)?:
          // What a device says that it holds is counted by no report, but takes calls.
          if report.pulled + report.pushed > 0 || report.roundTrips > 1 { agreeing = 0 }
          agreeing = report.agreed && machine.pending == 0 ? agreeing + 1 : 0
        case .failure(let failure as DeviceFailure)?
        where try failure.isOfExclusion || machine.running().isRejoining():
          agreeing = 0
          try await rejoin(machine, step: step, rates: FaultRates(), using: &random)
        case .failure(let failure as DeviceFailure)? where failure.code == .authentication:
          agreeing = 0
          try machine.running().setRelay(Membership.address, code: try await host.makeCode())
        case .failure(let failure)?:
          throw Violation(.completeness, "machine \(machine.index) cannot sync: \(failure)")
        case nil: break
        }
        if agreeing == machines.count { return }
      }
    }
    throw Violation(.completeness, "after \(Self.rounds) rounds there is still something new")
  }
}
