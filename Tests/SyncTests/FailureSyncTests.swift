import AfterwitEncoding
import AfterwitMemoryRelay
import AfterwitRelayContract
import AfterwitSync
import AfterwitTestRandomness
import AfterwitWire
import Testing

@Suite("A failure of one direction or of a moment does not stop the rest")
struct FailureSyncTests {
  @Test("a failing push is reported and the pull completes (AW-SYNC-11)")
  func pushFails() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.settle()
    try await scene.devices[0].write(3)
    try await scene.sync(0)
    try await scene.devices[1].write(2)
    await scene.relay.set { $0.always = [.append: .notARelay("HTML")] }
    let report = try await scene.sync(1)
    #expect(report.outcome == .interrupted)
    #expect(report.pushFailure == .notARelay("HTML"))
    #expect(report.pullFailure == nil)
    #expect(report.pulled == 3)
    #expect(report.pending == 2)
  }

  @Test("a failing pull is reported and the push completes (AW-SYNC-11)")
  func pullFails() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.settle()
    try await scene.devices[0].write(3)
    try await scene.sync(0)
    try await scene.devices[1].write(2)
    await scene.relay.set { $0.always = [.pull: .notARelay("half a body")] }
    let report = try await scene.sync(1)
    #expect(report.outcome == .interrupted)
    #expect(report.pullFailure == .notARelay("half a body"))
    #expect(report.pushed == 2)
    #expect(report.missing == 1)
    await scene.relay.set { $0.always = [:] }
    #expect(try await scene.sync(1).outcome == .agreed)
    try await scene.settle()
    #expect(await scene.isConverged())
  }

  @Test("a quota that is used up ends the push with its page, and the pull completes (AW-SYNC-27)")
  func overQuota() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.settle()
    let held = await scene.relay.count(of: scene.devices[0].request.journal)
    try await scene.devices[0].write(3)
    try await scene.sync(0)
    // As if each page took ten envelopes: the rest is not sent at all.
    try await scene.devices[1].write(40, bytes: 100_000)
    await scene.relay.set { $0.quota = held + 5 }
    await scene.relay.clearCalls()
    let report = try await scene.sync(1)
    #expect(report.outcome == .interrupted && report.pullFailure == nil)
    #expect(
      report.pushFailure
        == .overQuota(
          QuotaUse(.envelopes, used: UInt64(held + 5), limit: UInt64(held + 5))))
    #expect(report.pulled == 3 && report.pushed == 2)
    #expect(report.pending == 38 && report.declined == 0)
    #expect(await scene.relay.calls.count { $0 == .append } == 1)
    await scene.relay.set { $0.quota = nil }
    #expect(try await scene.sync(1).outcome == .agreed)
    #expect(try await scene.sync(0).outcome == .agreed)
    #expect(await scene.isConverged())
  }

  @Test("a page that is too large is halved until it fits (AW-SYNC-12)")
  func halving() async throws {
    var scene = try await Scene(devices: 1)
    try await scene.sync(0)
    try await scene.devices[0].write(20, bytes: 1000)
    await scene.relay.set { $0.appendLimit = 4000 }
    let report = try await scene.sync(0)
    #expect(report.outcome == .agreed)
    #expect(report.pushed == 20)
    #expect(await scene.isConverged())
  }

  @Test("an envelope that alone is too large is left, and others go (AW-SYNC-12)")
  func tooLargeAlone() async throws {
    var scene = try await Scene(devices: 2)
    try await scene.settle()
    try await scene.devices[0].write(2)
    try await scene.sync(0)
    try await scene.sync(1)
    await scene.relay.set { $0.appendLimit = 4000 }
    try await scene.devices[0].write(1, bytes: 9000)
    let report = try await scene.sync(0)
    #expect(report.outcome == .disagreed)
    #expect(report.declined == 1)
    #expect(report.pending == 1)
  }

  @Test("an unreachable and a busy relay are tried again with jitter (AW-SYNC-13)")
  func retries() async throws {
    var scene = try await Scene(devices: 1)
    try await scene.sync(0)
    try await scene.devices[0].write()
    await scene.relay.set {
      $0.next = [
        .pull: [.unreachable(.silence("no name")), .refused(.busy, retryAfterSeconds: nil)],
        .append: [.refused(.tooMany, retryAfterSeconds: 7)],
      ]
    }
    let report = try await scene.sync(0)
    #expect(report.outcome == .agreed)
    #expect(report.roundTrips == 5)
    let sleeps = scene.clock.sleeps
    try #require(sleeps.count == 3)
    #expect(sleeps[0] <= .milliseconds(250) && sleeps[1] <= .milliseconds(500))
    #expect(sleeps[2] >= .seconds(7) && sleeps[2] <= .milliseconds(7250))
  }

  @Test("a refusal that time does not cure is not tried again (AW-SYNC-13)")
  func noRetry() async throws {
    var scene = try await Scene(devices: 1)
    await scene.relay.set { $0.always = [.challenge: .refused(.malformed, retryAfterSeconds: 1)] }
    let report = try await scene.sync(0)
    #expect(report.outcome == .failed(.refused(.malformed, retryAfterSeconds: 1)))
    #expect(report.roundTrips == 1)
    #expect(scene.clock.sleeps.isEmpty)
  }

  @Test("the budget bounds all waiting (AW-SYNC-13)")
  func budget() async throws {
    var scene = try await Scene(devices: 1)
    await scene.relay.set {
      $0.always = [.challenge: .refused(.tooMany, retryAfterSeconds: 90)]
    }
    let patient = try await scene.sync(0, budget: .seconds(60))
    #expect(patient.outcome == .failed(.refused(.tooMany, retryAfterSeconds: 90)))
    #expect(scene.clock.sleeps.isEmpty)
    let none = try await scene.sync(0, budget: .zero)
    #expect(none.outcome == .outOfTime)
    #expect(none.roundTrips == 0)
  }

  @Test("a relay that is nowhere ends the session after a few attempts, and nothing is lost")
  func unreachable() async throws {
    var scene = try await Scene(devices: 1)
    try await scene.sync(0)
    try await scene.devices[0].write(2)
    await scene.relay.set { faults in
      for call in [MemoryRelay.Call.challenge, .pull, .heads, .append] {
        faults.always[call] = .unreachable(.silence("no route"))
      }
    }
    let report = try await scene.sync(0)
    #expect(report.outcome == .failed(.unreachable(.silence("no route"))))
    #expect(report.roundTrips == 5)
    await scene.relay.set { $0.always = [:] }
    #expect(try await scene.sync(0).pushed == 2)
  }

  @Test(
    "what does not pass by itself is not tried again (AW-SYNC-13)",
    arguments: [
      RelayObstacle.untrusted(host: "relay.example", .expired), .noTLS("relay.example"),
      .refusedByProxy(status: 407),
    ])
  func lasting(_ obstacle: RelayObstacle) async throws {
    var scene = try await Scene(devices: 1)
    await scene.relay.set { $0.always[.challenge] = .unreachable(obstacle) }
    let report = try await scene.sync(0)
    #expect(report.outcome == .failed(.unreachable(obstacle)) && report.roundTrips == 1)
  }

  @Test("an append whose answer was lost is repeated and stores nothing twice (AW-SYNC-1)")
  func lostAppend() async throws {
    var scene = try await Scene(devices: 1)
    try await scene.sync(0)
    try await scene.devices[0].write(3)
    await scene.relay.set { $0.lostAnswers = [.append: 1] }
    let report = try await scene.sync(0)
    #expect(report.outcome == .agreed)
    #expect(await scene.isConverged())
  }

  @Test("waits are uniform under a doubling bound with a cap")
  func jitter() {
    let policy = RetryPolicy(attempts: 20, base: .milliseconds(100), cap: .seconds(1))
    var random = SeededGenerator(seed: Scene.seed)
    var longest: [Int: Duration] = [:]
    for attempt in 1...8 {
      for _ in 0..<300 {
        let wait = policy.wait(after: .unreachable(.silence("")), attempt: attempt, using: &random)
        longest[attempt] = max(longest[attempt] ?? .zero, wait ?? .seconds(99))
      }
    }
    #expect((Duration.milliseconds(80)...(.milliseconds(100))).contains(longest[1] ?? .zero))
    #expect((Duration.milliseconds(320)...(.milliseconds(400))).contains(longest[3] ?? .zero))
    #expect((Duration.milliseconds(900)...(.seconds(1))).contains(longest[8] ?? .zero))
    #expect(policy.wait(after: .unreachable(.silence("")), attempt: 20, using: &random) == nil)
  }
}
