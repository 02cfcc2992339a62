internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitTestRandomness
internal import Synchronization

// Two processes of one home at once are normal: a person writes in one window while another syncs.
// Between two calls of the session the second process opens the home, gives one command and ends.
// Such a command means the same whatever the session has brought meanwhile, so that what it must
// have done is known.

/// One command that a second process gives while the first syncs.
struct Visit: Sendable {
  /// What came of it, once it was given.
  final class Outcome: Sendable {
    let made = Mutex<
      Result<(entry: EntryID, id: EnvelopeID, version: Set<EnvelopeID>), any Error>?
    >(
      nil)
  }

  let machine: Int
  let order: Order
  let outcome: Outcome
  let session: @Sendable (@escaping @Sendable () async -> Void) async -> Void
}

extension World {
  /// The visits to some machines while they sync; none where a crash would leave them in doubt.
  func visits(
    of machines: [Machine], rates: FaultRates, using random: inout SeededGenerator
  ) throws -> [Visit] {
    var visits: [Visit] = []
    for machine in machines where rates.strike(.beside, using: &random) {
      guard rates[.crash] == 0, rates[.failedSync] == 0, !machine.isFull else { continue }
      let order = blindOrder(for: try machine.running(), using: &random)
      let turns = Int.random(in: 1...8, using: &random)
      visits.append(
        visit(home: Home(path: machine.path), of: machine, giving: order, after: turns))
    }
    return visits
  }

  private func visit(
    home: Home, of machine: Machine, giving order: Order, after turns: Int
  ) -> Visit {
    let outcome = Visit.Outcome()
    let environment = machine.environment
    return Visit(machine: machine.index, order: order, outcome: outcome) { wait in
      for _ in 0..<turns { await wait() }
      let result = Result<(entry: EntryID, id: EnvelopeID, version: Set<EnvelopeID>), any Error> {
        let device = try Device(opening: home, environment: environment)
        let before = Set(try device.shownVersion())
        guard let entry = try order.run(device),
          let id = Set(try device.shownVersion()).subtracting(before).first
        else { throw Violation(.durability, "a second process saved nothing") }
        return (entry, id, before)
      }
      outcome.made.withLock { $0 = result }
    }
  }

  /// Keeps what a visit did.
  func keep(_ visit: Visit) throws {
    guard let result = visit.outcome.made.withLock({ $0 }) else { return }
    switch result {
    case .success(let made):
      trace.note("  beside machine \(visit.machine), \(visit.order.name): saved")
      if visit.order.entry == nil { entries.append(made.entry) }
      machines[visit.machine].acknowledged.insert(made.id)
      deeds.append(
        Deed(
          id: made.id, entry: made.entry, effects: visit.order.effects, version: made.version))
    case .failure(let failure as DeviceFailure) where failure.code == .authentication:
      trace.note("  beside machine \(visit.machine), \(visit.order.name): no key yet")
    case .failure(let error):
      throw error as? Violation
        ?? Violation(unexpected: error, in: "\(visit.order.name) beside a sync")
    }
  }
}
