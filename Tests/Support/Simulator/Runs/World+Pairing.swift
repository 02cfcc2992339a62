internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitTestRandomness
internal import Synchronization

/// What two people say to each other while they pair: the line of the invite, and the words.
final class Talk: Sendable {
  struct Said {
    var line: String?
    var words: [[String]] = []
    var hasEnded = false
  }

  let said = Mutex(Said())
}

extension World {
  /// Lets a further machine join; where the world prevents it, the new home is thrown away.
  func pair(
    _ inviter: Machine, step: Step, using random: inout SeededGenerator
  ) async throws {
    let joiner = try Machine(
      index: machines.count, files: [:], twin: machines.count, in: folder, time: time)
    joiner.begin(step)
    let talk = Talk()
    let joined = Mutex(false)
    var sessions = [
      inviting(try inviter.running(), way(of: inviter, step), talk),
      joining(joiner, way(of: joiner, step), talk) { joined.withLock { $0 = true } },
    ]
    await Turns.run(sessions, using: &random)
    sessions = []
    if inviter.disk.isDead { try recover(inviter, using: &random) }
    let words = talk.said.withLock { $0.words }
    guard words.count < 2 || words[0] == words[1] else {
      throw Violation(nil, "two screens show different words")
    }
    let isIn = joined.withLock { $0 } && !joiner.disk.isDead
    trace.note("  a machine joins: \(isIn)")
    guard isIn else {
      joiner.disk.remove()
      return
    }
    try joiner.open()
    machines.append(joiner)
  }

  func way(
    of machine: Machine, _ step: Step, rates: FaultRates? = nil
  ) -> @Sendable (@escaping @Sendable () async -> Void) -> Way {
    let seed = Step.mix(step.seed, UInt64(machine.index) + 301)
    let relay = sabotage.relay(DirectRelay(host: host))
    let rates = rates ?? self.rates
    return { [host, past, time, trace, disk = machine.disk] wait in
      Way(
        to: host, relay: relay, past: past, from: disk, time: time, rates: rates, isCut: false,
        seed: seed, trace: trace, wait: wait)
    }
  }

  func inviting(
    _ device: Device, _ makeWay: @escaping @Sendable (@escaping @Sendable () async -> Void) -> Way,
    _ talk: Talk
  ) -> @Sendable (@escaping @Sendable () async -> Void) async -> Void {
    let relay = sabotage.relay(DirectRelay(host: host))
    return { [time] wait in
      let way = makeWay(wait)
      _ = try? await device.invite(
        over: RoughRelay(relay: relay, way: way),
        clock: SimulatedClock(time: time) { try await way.pause() }
      ) { line in
        talk.said.withLock { $0.line = line }
      } confirm: { words in
        talk.said.withLock { $0.words.append(words) }
        return true
      }
      talk.said.withLock { $0.hasEnded = true }
    }
  }

  private func joining(
    _ machine: Machine,
    _ makeWay: @escaping @Sendable (@escaping @Sendable () async -> Void) -> Way,
    _ talk: Talk, done: @escaping @Sendable () -> Void
  ) -> @Sendable (@escaping @Sendable () async -> Void) async -> Void {
    let relay = sabotage.relay(DirectRelay(host: host))
    let home = Home(path: machine.path)
    let name = "\(Membership.stem) \(machine.index)"
    return { [time, environment = machine.environment] wait in
      let way = makeWay(wait)
      var line: String?
      while line == nil, !talk.said.withLock({ $0.hasEnded }) {
        await wait()
        line = talk.said.withLock { $0.line }
      }
      guard let line else { return }
      let device = try? await Device.join(
        home, name: name, invite: line, environment: environment,
        clock: SimulatedClock(time: time) { try await way.pause() }
      ) { _ in
        RoughRelay(relay: relay, way: way)
      } confirm: { words in
        talk.said.withLock { $0.words.append(words) }
        return true
      }
      if device != nil { done() }
    }
  }
}
