internal import AfterwitSync
internal import AfterwitTestRandomness
internal import AfterwitWire
internal import Synchronization

// Where a session meets the world. Each call stops twice, before it is performed and before its
// answer arrives, so that others may go first at both; between the two anything may happen that the
// rates of the run allow. The seed of the session decides, so that what happens to one does not
// depend on how long another takes.

/// One session's way to the relay.
final class Way: Sendable {
  let past: PastPages
  private let host: RelayHost
  private let relay: any Relay
  private let disk: SimulatedDisk
  private let time: SimulatedTime
  private let rates: FaultRates
  private let isCut: Bool
  private let trace: Trace
  private let wait: @Sendable () async -> Void
  private let random: Mutex<SeededGenerator>

  init(
    to host: RelayHost, relay: any Relay, past: PastPages, from disk: SimulatedDisk,
    time: SimulatedTime, rates: FaultRates, isCut: Bool, seed: UInt64, trace: Trace,
    wait: @escaping @Sendable () async -> Void
  ) {
    self.host = host
    self.relay = relay
    self.past = past
    self.disk = disk
    self.time = time
    self.rates = rates
    self.isCut = isCut
    self.trace = trace
    self.wait = wait
    random = Mutex(SeededGenerator(seed: seed))
  }

  /// Lets others go first; throws where the process has died meanwhile.
  func pause() async throws {
    await wait()
    guard !disk.isDead else { throw CancellationError() }
  }

  /// Carries one call to the relay and its answer back.
  func carry<Value: Sendable>(
    _ call: String, _ perform: () async throws(RelayFailure) -> RelayAnswer<Value>
  ) async throws(RelayFailure) -> RelayAnswer<Value> {
    await wait()
    try meet(call)
    if strike(.replay), let page = random.withLock({ past.any(using: &$0) }) {
      trace.note("  an old page of \(page.envelopes.count) arrives")
      _ = try? await relay.append(page.envelopes, as: page.token)
    }
    var answer = try await perform()
    if strike(.duplicate) {
      trace.note("  \(call): twice")
      let second = try? await perform()
      if let second, random.withLock({ Bool.random(using: &$0) }) { answer = second }
    }
    await wait()
    if strike(.crash) { die(call) }
    guard !disk.isDead else { throw .unreachable(.silence("the process has died")) }
    if strike(.lostAnswer) {
      trace.note("  \(call): the answer is lost")
      throw .unreachable(.silence("the answer is lost"))
    }
    if strike(.garble) {
      trace.note("  \(call): half an answer")
      throw .notARelay("half an answer")
    }
    trace.note("  \(call)")
    return answer
  }

  /// What happens to a request before it is performed.
  private func meet(_ call: String) throws(RelayFailure) {
    if strike(.crash) { die(call) }
    guard !disk.isDead else { throw .unreachable(.silence("the process has died")) }
    guard !isCut else { throw .unreachable(.silence("the network is gone")) }
    if strike(.delay) {
      let seconds = random.withLock { Int64.random(in: 1...60, using: &$0) }
      trace.note("  \(call): \(seconds) s late")
      time.advance(by: .seconds(seconds))
    }
    if strike(.drop) {
      trace.note("  \(call): lost")
      throw .unreachable(.silence("the request is lost"))
    }
    if strike(.busy) {
      trace.note("  \(call): busy")
      throw .refused(
        .busy, retryAfterSeconds: random.withLock { Int.random(in: 0...3, using: &$0) })
    }
    if strike(.relayCrash) {
      trace.note("  \(call): the relay loses power")
      let result = random.withLock { random in Result { try host.crash(using: &random) } }
      if case .failure(let error) = result { throw .notARelay("it does not come back: \(error)") }
    }
  }

  private func die(_ call: String) {
    trace.note("  \(call): the process dies")
    disk.die()
  }

  private func strike(_ fault: Fault) -> Bool {
    random.withLock { rates.strike(fault, using: &$0) }
  }
}
