import AfterwitRelayContract
import AfterwitSync
import AfterwitWire

/// A relay that says of every page that it is stored, and forgets the last envelope of each.
struct ForgetfulRelay: ForwardingRelay {
  let relay: any Relay

  init(_ relay: any Relay) {
    self.relay = relay
  }

  func append(
    _ envelopes: [[UInt8]], as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<AppendAnswer> {
    let answer = try await relay.append(Array(envelopes.dropLast()), as: token)
    return RelayAnswer(
      generation: answer.generation,
      value: AppendAnswer(
        outcomes: answer.value.outcomes + [.stored], before: answer.value.before,
        after: answer.value.after, heads: answer.value.heads))
  }
}
