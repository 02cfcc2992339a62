import AfterwitDevice
import AfterwitEncoding
import AfterwitHTTP
import AfterwitHousehold
import AfterwitRelayContract
import AfterwitSync
import AfterwitWire
import Testing

/// A relay that shows why it is trusted with nothing: it alters what another relay gives.
///
/// What it is given goes to the other relay unaltered.
struct TamperingRelay: ForwardingRelay {
  /// The relay behind it.
  let relay: any Relay
  /// What becomes of the envelopes of a page of the order, and of a part of a log.
  var envelopes: @Sendable ([[UInt8]]) -> [[UInt8]] = { $0 }
  /// What becomes of a whole answer, after its envelopes, to a pull after a cursor.
  var page: @Sendable (PullAnswer, RelayCursor) -> PullAnswer = { page, _ in page }
  /// After which cursor the relay behind it is asked for a page.
  var place: @Sendable (RelayCursor) -> RelayCursor = { $0 }
  /// What an append comes to, without being passed on; `nil` for what it comes to there.
  var appendFailure: RelayFailure?
  /// After how many messages of a mailbox it is gone.
  var mailboxEnd = Int.max
  /// Whether nobody gets a challenge, and so no session.
  var isCutOff = false

  func challenge(
    _ request: ChallengeRequest
  ) async throws(RelayFailure) -> RelayAnswer<Challenge> {
    if isCutOff { throw .unreachable(.silence("the line is cut")) }
    return try await relay.challenge(request)
  }

  func append(
    _ envelopes: [[UInt8]], as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<AppendAnswer> {
    if let appendFailure { throw appendFailure }
    return try await relay.append(envelopes, as: token)
  }

  func pull(
    after cursor: RelayCursor, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<PullAnswer> {
    let answer = try await relay.pull(after: place(cursor), as: token)
    let altered = PullAnswer(
      cursor: answer.value.cursor, heads: answer.value.heads,
      envelopes: envelopes(answer.value.envelopes))
    return RelayAnswer(generation: answer.generation, value: page(altered, cursor))
  }

  func log(
    of device: DeviceID, from first: UInt64, through last: UInt64, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<LogAnswer> {
    let answer = try await relay.log(of: device, from: first, through: last, as: token)
    return RelayAnswer(
      generation: answer.generation,
      value: LogAnswer(envelopes: envelopes(answer.value.envelopes)))
  }

  func collect(
    after count: Int, in mailbox: Token
  ) async throws(RelayFailure) -> RelayAnswer<MailboxAnswer> {
    guard count < mailboxEnd else { throw .unreachable(.silence("the power is gone")) }
    return try await relay.collect(after: count, in: mailbox)
  }
}

extension Device {
  /// Syncs with a live relay whose answers are altered on the way; it must end after few calls.
  func sync(
    at live: LiveRelay, through tamper: @escaping @Sendable (inout TamperingRelay) -> Void
  ) async throws -> SyncReport {
    try await withHTTPRelay(at: live.address) { http in
      var relay = TamperingRelay(relay: http)
      tamper(&relay)
      let report = try await sync(with: relay, timeout: .seconds(300))
      #expect(report.roundTrips < 40)
      return report
    }
  }
}
