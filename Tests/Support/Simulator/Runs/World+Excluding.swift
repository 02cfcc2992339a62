internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitTestRandomness
internal import Synchronization

// Whoever is shut out goes on writing, and is back in at the latest when everything heals. So in the
// end nothing that anybody typed is lost, whoever had shut out whom.

extension World {
  /// A machine shuts another one out, or steps behind it; where it may not, nothing is done.
  func exclude(by machine: Machine, using random: inout SeededGenerator) throws {
    let device = try machine.running()
    let others = try device.devices().filter { !$0.isThis && !$0.isOut }
    guard let other = others.randomElement(using: &random) else { return }
    let yields = Int.random(in: 0..<4, using: &random) == 0
    do throws(DeviceFailure) {
      if yields {
        let isDone = try device.yield(to: other.device.description)
        trace.note("  steps behind: \(isDone)")
      } else {
        try device.revoke(try device.revocation(of: other.device.description))
        trace.note("  one is shut out")
      }
    } catch {
      guard case .membership = error.cause else { throw error }
      trace.note("  nobody is shut out")
    }
  }

  /// A person lets in what is set aside of a machine that is out.
  func adopt(on machine: Machine, using random: inout SeededGenerator) throws {
    let device = try machine.running()
    let out = try device.devices().filter { $0.isOut }
    guard let other = out.randomElement(using: &random) else { return }
    do throws(DeviceFailure) {
      try device.adopt(try device.adoption(of: other.device.description))
      trace.note("  it is let in")
    } catch {
      guard case .membership = error.cause else { throw error }
    }
  }

  /// A machine comes back over a mailbox, through any other that may invite it.
  func rejoin(
    _ machine: Machine, step: Step, rates: FaultRates? = nil, using random: inout SeededGenerator
  ) async throws {
    for inviter in machines.shuffled(using: &random) where inviter !== machine {
      guard machines.contains(where: { $0 === machine }), inviter.disk.isDead == false else {
        continue
      }
      if try await rejoin(machine, through: inviter, step, rates, using: &random) { return }
    }
  }

  private func rejoin(
    _ machine: Machine, through inviter: Machine, _ step: Step, _ rates: FaultRates?,
    using random: inout SeededGenerator
  ) async throws -> Bool {
    let talk = Talk()
    let isBack = Mutex(false)
    var sessions = [
      inviting(try inviter.running(), way(of: inviter, step, rates: rates), talk),
      rejoining(try machine.running(), way(of: machine, step, rates: rates), talk) {
        isBack.withLock { $0 = true }
      },
    ]
    await Turns.run(sessions, using: &random)
    sessions = []
    for machine in [inviter, machine] where machine.disk.isDead {
      try recover(machine, using: &random)
    }
    let result = isBack.withLock { $0 }
    trace.note("  a machine comes back: \(result)")
    return result
  }

  private func rejoining(
    _ device: Device,
    _ makeWay: @escaping @Sendable (@escaping @Sendable () async -> Void) -> Way,
    _ talk: Talk, done: @escaping @Sendable () -> Void
  ) -> @Sendable (@escaping @Sendable () async -> Void) async -> Void {
    let relay = sabotage.relay(DirectRelay(host: host))
    return { [time] wait in
      let way = makeWay(wait)
      var line: String?
      while line == nil, !talk.said.withLock({ $0.hasEnded }) {
        await wait()
        line = talk.said.withLock { $0.line }
      }
      guard let line else { return }
      do {
        try await device.rejoin(
          invite: line, name: nil, clock: SimulatedClock(time: time) { try await way.pause() }
        ) { _ in
          RoughRelay(relay: relay, way: way)
        } confirm: { words in
          talk.said.withLock { $0.words.append(words) }
          return true
        }
        done()
      } catch {
        return
      }
    }
  }
}

extension DeviceFailure {
  /// Whether the device was shut out.
  var isOfExclusion: Bool {
    if case .relay(.shutOut) = cause { true } else { false }
  }
}
