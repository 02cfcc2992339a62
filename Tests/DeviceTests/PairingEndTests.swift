import AfterwitDevice
import AfterwitHTTP
import AfterwitHousehold
import AfterwitRelayContract
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

  @Test("A joiner signs nothing for another relay at the address of its invite (AW-SEAL-45)")
  func otherRelay() async throws {
    try await Household.with { household in
      try await LiveRelay.with { relay in
        try await LiveRelay.with { other in
          let desk = try await household.founder("desk", at: relay)
          let (lines, continuation) = AsyncStream<String>.makeStream()
          let invited = Task {
            try await withHTTPRelay(at: relay.address) { http in
              _ = try await desk.invite(over: http, show: { continuation.yield($0) }) { _ in true }
            }
          }
          var iterator = lines.makeAsyncIterator()
          let line = await iterator.next() ?? ""
          #expect(Invite(text: line)?.relayKey?.count == 32)
          try await withHTTPRelay(at: relay.address) { http in
            try await withHTTPRelay(at: other.address) { stranger in
              let between = RelayBetween(relay: http, stranger: stranger)
              let laptop = try await Device.join(
                household.home("laptop"), name: "laptop", invite: line,
                environment: household.environment, makeRelay: { _ in between }
              ) { _ in true }
              try await invited.value
              let refused = try await failure {
                _ = try await laptop.sync(with: between, timeout: .seconds(20))
              }
              #expect(refused == .relay(.otherKey(address: relay.address.text)))
              #expect(between.logins.withLock { $0 } == 0)
              #expect(try await laptop.sync(with: http, timeout: .seconds(20)).agreed)
            }
          }
        }
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

/// A relay that passes on the challenges of another, and counts who answers them.
private final class RelayBetween: ForwardingRelay {
  let relay: any Relay
  let logins = Mutex(0)
  private let stranger: any Relay

  init(relay: any Relay, stranger: any Relay) {
    self.relay = relay
    self.stranger = stranger
  }

  func challenge(
    _ request: ChallengeRequest
  ) async throws(RelayFailure) -> RelayAnswer<Challenge> {
    try await stranger.challenge(request)
  }

  func login(_ request: LoginRequest) async throws(RelayFailure) -> RelayAnswer<Token> {
    logins.withLock { $0 += 1 }
    return try await relay.login(request)
  }
}
