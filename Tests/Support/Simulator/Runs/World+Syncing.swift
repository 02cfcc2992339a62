internal import AfterwitDevice
internal import AfterwitSync
internal import AfterwitTestRandomness
internal import Synchronization

extension World {
  /// Lets some devices sync at once, and brings back those that died over it.
  func sync(
    _ machines: [Machine], rates: FaultRates, step: Step, using random: inout SeededGenerator
  ) async throws -> [Result<SyncReport, any Error>] {
    let results = Mutex<[Int: Result<SyncReport, any Error>]>([:])
    var sessions: [@Sendable (@escaping @Sendable () async -> Void) async -> Void] = []
    for machine in machines {
      machine.begin(step)
      machine.arm(crashWithin: 30, rates, using: &random)
      let index = machine.index
      let device = try machine.running()
      let relay = sabotage.relay(DirectRelay(host: host))
      let isCut = rates[.partition] > 0 && machine.cutUntil > step.number
      let seed = Step.mix(step.seed, UInt64(index) + 101)
      let timeout = Duration.seconds([20, 60, 300].randomElement(using: &random) ?? 60)
      let disk = machine.disk
      sessions.append { [host, past, time, trace] wait in
        let way = Way(
          to: host, relay: relay, past: past, from: disk, time: time, rates: rates,
          isCut: isCut, seed: seed, trace: trace, wait: wait)
        let result = await Result {
          try await device.sync(
            with: RoughRelay(relay: relay, way: way), timeout: timeout,
            clock: SimulatedClock(time: time) { try await way.pause() })
        }
        results.withLock { $0[index] = result }
      }
    }
    let visits = try visits(of: machines, rates: rates, using: &random)
    sessions += visits.map(\.session)
    if !sabotage.nobodySyncs { await Turns.run(sessions, using: &random) }
    sessions = []
    for visit in visits { try keep(visit) }
    let all = results.withLock { $0 }
    for machine in machines {
      machine.disarm(after: all[machine.index])
      if let result = all[machine.index] { try judge(result, of: machine) }
      if machine.disk.isDead {
        try recover(machine, using: &random)
      } else if rates[.crash] > 0, !sabotage.nobodySyncs {
        machine.acknowledged.formUnion(try Archive.ids(of: machine.path))
      }
      // A session that changed nothing leaves what was compared before.
      if let report = try? all[machine.index]?.get(), report.isQuiet, machine.pending == 0 {
        continue
      }
      try compare(machine)
    }
    return machines.compactMap { all[$0.index] }
  }

  /// Compares what a device shows with what any device showed that held the same.
  private func compare(_ machine: Machine) throws {
    let status = try machine.running().status()
    machine.pending = status.pending
    guard digests.updateValue(status.digest, forKey: status.held) ?? status.digest == status.digest
    else {
      throw Violation(
        .convergence, "machine \(machine.index) holds what another one held, and shows other things"
      )
    }
  }

  private func judge(_ result: Result<SyncReport, any Error>, of machine: Machine) throws {
    switch result {
    case .success(let report):
      trace.note(
        "  machine \(machine.index): pulled \(report.pulled), pushed \(report.pushed), "
          + "waiting \(report.waiting), \(report.outcome), \(report.roundTrips) calls")
      guard report.forged == 0 else {
        throw Violation(.completeness, "\(report.forged) forgeries of an honest relay")
      }
      guard report.forkedDevices.isEmpty || machines.count > plan.machines else {
        throw Violation(.durability, "a fork, and nobody was cloned")
      }
    case .failure(let failure as DeviceFailure):
      trace.note("  machine \(machine.index): \(failure.code)")
      let isExpected = [.relay, .authentication, .failed].contains(failure.code)
      guard isExpected || machine.disk.isDead else {
        throw Violation(nil, "sync of machine \(machine.index): \(failure)")
      }
    case .failure(let error):
      throw Violation(unexpected: error, in: "sync of machine \(machine.index)")
    }
  }
}

extension SyncReport {
  /// Whether nothing came and nothing went.
  fileprivate var isQuiet: Bool { agreed && pulled + pushed == 0 }
}

extension Result where Failure == any Error {
  /// The result of an asynchronous body.
  fileprivate init(catching body: () async throws -> Success) async {
    do {
      self = .success(try await body())
    } catch {
      self = .failure(error)
    }
  }
}
