import AfterwitDevice
import AfterwitHTTP
import AfterwitHousehold
import AfterwitSealing
import AfterwitSync
import AfterwitWire
import Synchronization
import Testing

@Suite("How a pairing ends that admits nobody")
struct PairingEndTests {
  /// How both sides of a pairing ended.
  private struct Ends {
    var inviter: DeviceFailure?
    var joiner: DeviceFailure?
    /// What the joiner waited for.
    var waits: [PairingWait]
    /// Whether their mailbox has been closed.
    var hasClosed: Bool
  }

  /// How both sides of a pairing end, where each person answers so and the joiner's waits for
  /// something before.
  private func ends(
    inviter: Bool, joiner: Bool, in household: Household, at relay: LiveRelay,
    joinerWaits: Bool = false
  ) async throws -> Ends {
    let desk = try await household.founder("desk", at: relay)
    let (lines, continuation) = AsyncStream<String>.makeStream()
    let (ended, end) = AsyncStream<Void>.makeStream()
    let invited = Task {
      defer { end.finish() }
      return try await failure {
        try await withHTTPRelay(at: relay.address) { http in
          _ = try await desk.invite(over: http, show: { continuation.yield($0) }) { _ in inviter }
        }
      }
    }
    var iterator = lines.makeAsyncIterator()
    let line = await iterator.next() ?? ""
    let waits = Mutex<[PairingWait]>([])
    let joined = try await failure {
      try await withHTTPRelay(at: relay.address) { http in
        _ = try await Device.join(
          household.home("laptop"), name: "laptop", invite: line,
          environment: household.environment, makeRelay: { _ in http },
          waiting: { wait in waits.withLock { $0.append(wait) } }
        ) { _ in
          if joinerWaits { for await _ in ended {} }
          return joiner
        }
      }
    }
    let inviterEnd = try await invited.value
    return Ends(
      inviter: inviterEnd, joiner: joined, waits: waits.withLock { $0 },
      hasClosed: try await isClosed(line, at: relay))
  }

  private func isClosed(_ line: String, at relay: LiveRelay) async throws -> Bool {
    let token = try #require(Invite(text: line)).mailboxToken
    return try await withHTTPRelay(at: relay.address) { http in
      do throws(RelayFailure) {
        _ = try await http.collect(after: 0, in: token)
        return false
      } catch {
        return error == .refused(.unknown, retryAfterSeconds: nil)
      }
    }
  }

  private func failure(of body: () async throws -> Void) async throws -> DeviceFailure? {
    do {
      try await body()
      return nil
    } catch let failure as DeviceFailure {
      return failure
    }
  }

  @Test(
    "The inviter's no is read by the joiner, before its own person has answered and after it (AW-SEAL-25)",
    arguments: [false, true])
  func inviterDeclines(joinerWaits: Bool) async throws {
    try await Household.with { household in
      try await LiveRelay.with { relay in
        let ends = try await ends(
          inviter: false, joiner: true, in: household, at: relay, joinerWaits: joinerWaits)
        #expect(ends.inviter == .pairing(.declinedHere))
        #expect(ends.joiner == .pairing(.declinedThere))
      }
    }
  }

  @Test("The joiner's no is read by the inviter")
  func joinerDeclines() async throws {
    try await Household.with { household in
      try await LiveRelay.with { relay in
        let ends = try await ends(inviter: true, joiner: false, in: household, at: relay)
        #expect(ends.inviter == .pairing(.declinedThere))
        #expect(ends.joiner == .pairing(.declinedHere))
      }
    }
  }

  @Test("A pairing that goes well tells what it waits for, each thing once")
  func waits() async throws {
    try await Household.with { household in
      try await LiveRelay.with { relay in
        let ends = try await ends(inviter: true, joiner: true, in: household, at: relay)
        #expect(ends.inviter == nil && ends.joiner == nil)
        #expect(ends.waits.last == .journal && Set(ends.waits).count == ends.waits.count)
      }
    }
  }

  @Test(
    "However a pairing ends, its mailbox is closed by who reads the last message (AW-SEAL-29)",
    arguments: [(true, true), (false, true), (true, false)])
  func closed(_ answers: (inviter: Bool, joiner: Bool)) async throws {
    try await Household.with { household in
      try await LiveRelay.with { relay in
        let ends = try await ends(
          inviter: answers.inviter, joiner: answers.joiner, in: household, at: relay)
        #expect(ends.hasClosed)
      }
    }
  }
}
