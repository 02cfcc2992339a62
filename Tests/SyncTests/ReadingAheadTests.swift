import AfterwitEncoding
import AfterwitMemoryRelay
import AfterwitRelayContract
import AfterwitSync
import AfterwitWire
import Synchronization
import Testing

@Suite("The relay reads the next page while the device stores one")
struct ReadingAheadTests {
  /// A relay that gives a new device many pages; the device has been heard of.
  private static func scene() async throws -> Scene {
    var scene = try await Scene(devices: 2)
    try await scene.settle()
    try await scene.devices[0].write(40)
    try await scene.sync(0)
    await scene.relay.set(pageLimit: 3000)
    await scene.relay.clearCalls()
    return scene
  }

  private static func sync(_ scene: inout Scene, _ replica: some Replica) async throws -> SyncReport
  {
    try await synchronize(
      replica, with: scene.relay, budget: .seconds(60), clock: scene.clock, random: &scene.random)
  }

  @Test("Each page but the last is stored while the next one is on its way, and none comes twice")
  func together() async throws {
    var scene = try await Self.scene()
    let replica = PatientReplica(replica: scene.devices[1], relay: scene.relay)
    let report = try await Self.sync(&scene, replica)
    let pages = await scene.relay.calls.filter { $0 == .pull }.count
    #expect(report.outcome == .agreed && report.pulled == 40)
    #expect(pages > 3 && report.roundTrips == pages)
    #expect(await replica.meetings == Array(repeating: true, count: pages - 1))
    #expect(await scene.isConverged())
  }

  @Test("Where the cursor is lost, the same goes for the parts of a log")
  func logs() async throws {
    var scene = try await Self.scene()
    await scene.devices[1].remember(RelayState(token: await scene.devices[1].state.token))
    let replica = PatientReplica(replica: scene.devices[1], relay: scene.relay)
    let report = try await Self.sync(&scene, replica)
    let parts = await scene.relay.calls.filter { $0 == .log }.count
    #expect(report.outcome == .agreed && report.pulled == 40 && parts > 3)
    #expect(await replica.meetings == Array(repeating: true, count: parts - 1))
    #expect(await scene.isConverged())
  }

  @Test("A page that was asked for in vain is asked for once more, as after any failure")
  func failed() async throws {
    var scene = try await Self.scene()
    let relay = StumblingRelay(relay: scene.relay)
    let report = try await synchronize(
      scene.devices[1], with: relay, budget: .seconds(60), clock: scene.clock, random: &scene.random
    )
    #expect(report.outcome == .agreed && report.pulled == 40)
    #expect(relay.pulls.withLock { $0 } == report.roundTrips)
    #expect(scene.clock.sleeps.count == 1)
    #expect(await scene.isConverged())
  }

  @Test("What fails to be stored ends the session, whatever is on its way")
  func refused() async throws {
    var scene = try await Self.scene()
    let replica = PatientReplica(replica: scene.devices[1], relay: scene.relay, isFull: true)
    await #expect(throws: FullDisk.self) { try await Self.sync(&scene, replica) }
    #expect(await replica.meetings == [true])
    #expect(try await scene.sync(1).pulled == 40)
    #expect(await scene.isConverged())
  }
}

/// A device that stores a page, unless it is the last, only when the next one has come and was
/// prepared; or after a long while, for a test must end.
private actor PatientReplica: Replica {
  nonisolated let request: ChallengeRequest
  /// Whether the next page was prepared while one was stored, page for page but for the last.
  private(set) var meetings: [Bool] = []
  /// How many envelopes are still to come.
  private var rest = 40
  private var preparedPages = 0
  private let replica: MemoryReplica
  private let relay: MemoryRelay
  private let isFull: Bool

  init(replica: MemoryReplica, relay: MemoryRelay, isFull: Bool = false) {
    request = replica.request
    self.replica = replica
    self.relay = relay
    self.isFull = isFull
  }

  func incoming(_ envelopes: [[UInt8]]) async throws -> [IncomingEnvelope] {
    preparedPages += 1
    return await replica.incoming(envelopes)
  }

  func admit(
    _ page: [IncomingEnvelope], remembering state: RelayState, while hasTime: @Sendable () -> Bool
  ) async throws -> Admission {
    rest -= page.count
    if rest > 0 { meetings.append(await isNextPrepared(after: meetings.count + 1)) }
    if isFull { throw FullDisk() }
    return try await replica.admit(page, remembering: state, while: hasTime)
  }

  func sign(_ bytes: [UInt8]) async throws -> [UInt8] { try await replica.sign(bytes) }
  func relayState() async throws -> RelayState { await replica.relayState() }
  func remember(_ state: RelayState) async throws { await replica.remember(state) }
  func genesis() async throws -> [UInt8] { await replica.genesis() }
  func introduction() async throws -> [[UInt8]] { await replica.introduction() }
  func heads() async throws -> Heads { await replica.heads() }
  func lacking(_ relay: Heads) async throws -> Lacking { await replica.lacking(relay) }

  func held(among ids: Set<EnvelopeID>) async throws -> Set<EnvelopeID> {
    await replica.held(among: ids)
  }

  func bytes(of ids: [EnvelopeID], within limit: Int) async throws -> [[UInt8]] {
    await replica.bytes(of: ids, within: limit)
  }

  /// Other tests may keep all threads busy for long; who has waited in vain once waits no more.
  private func isNextPrepared(after pages: Int) async -> Bool {
    let end = ContinuousClock.now.advanced(by: .seconds(meetings.contains(false) ? 0 : 600))
    while ContinuousClock.now < end {
      if preparedPages > pages { return true }
      try? await Task.sleep(for: .milliseconds(1))
    }
    return false
  }
}

private struct FullDisk: Error {}

/// A relay that is gone when the order is asked for the second time.
private final class StumblingRelay: ForwardingRelay {
  let relay: any Relay
  let pulls = Mutex(0)

  init(relay: any Relay) {
    self.relay = relay
  }

  func pull(
    after cursor: RelayCursor, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<PullAnswer> {
    let number = pulls.withLock { pulls in
      pulls += 1
      return pulls
    }
    guard number != 2 else { throw .unreachable(.silence("it stumbled")) }
    return try await relay.pull(after: cursor, as: token)
  }
}
