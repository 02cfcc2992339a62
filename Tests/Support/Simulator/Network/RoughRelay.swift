internal import AfterwitEncoding
internal import AfterwitSync
internal import AfterwitTestRandomness
internal import AfterwitWire
internal import Synchronization

/// The way between one session's device and the relay, on which everything happens that may.
struct RoughRelay: Relay {
  let relay: any Relay
  let way: Way
  var address: String { relay.address }

  func challenge(
    _ request: ChallengeRequest
  ) async throws(RelayFailure) -> RelayAnswer<Challenge> {
    try await way.carry("challenge") { () throws(RelayFailure) in
      try await relay.challenge(request)
    }
  }

  func login(_ request: LoginRequest) async throws(RelayFailure) -> RelayAnswer<Token> {
    try await way.carry("login") { () throws(RelayFailure) in try await relay.login(request) }
  }

  func found(_ request: FoundRequest) async throws(RelayFailure) -> RelayAnswer<Token> {
    try await way.carry("found") { () throws(RelayFailure) in try await relay.found(request) }
  }

  func append(
    _ envelopes: [[UInt8]], as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<AppendAnswer> {
    let answer = try await way.carry("append \(envelopes.count)") { () throws(RelayFailure) in
      try await relay.append(envelopes, as: token)
    }
    way.past.keep(envelopes, as: token)
    return answer
  }

  func pull(
    after cursor: RelayCursor, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<PullAnswer> {
    try await way.carry("pull") { () throws(RelayFailure) in
      try await relay.pull(after: cursor, as: token)
    }
  }

  func heads(as token: Token) async throws(RelayFailure) -> RelayAnswer<HeadsAnswer> {
    try await way.carry("heads") { () throws(RelayFailure) in try await relay.heads(as: token) }
  }

  func log(
    of device: DeviceID, from first: UInt64, through last: UInt64, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<LogAnswer> {
    try await way.carry("log") { () throws(RelayFailure) in
      try await relay.log(of: device, from: first, through: last, as: token)
    }
  }

  func openMailbox(
    _ mailbox: MailboxID, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try await way.carry("open mailbox") { () throws(RelayFailure) in
      try await relay.openMailbox(mailbox, as: token)
    }
  }

  func closeMailbox(
    _ mailbox: MailboxID, as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try await way.carry("close mailbox") { () throws(RelayFailure) in
      try await relay.closeMailbox(mailbox, as: token)
    }
  }

  func leave(
    _ message: [UInt8], in mailbox: Token
  ) async throws(RelayFailure) -> RelayAnswer<Void> {
    try await way.carry("leave") { () throws(RelayFailure) in
      try await relay.leave(message, in: mailbox)
    }
  }

  func collect(
    after count: Int, in mailbox: Token
  ) async throws(RelayFailure) -> RelayAnswer<MailboxAnswer> {
    try await way.carry("collect") { () throws(RelayFailure) in
      try await relay.collect(after: count, in: mailbox)
    }
  }
}

/// Pages that were appended, any of which may arrive once more.
final class PastPages: Sendable {
  private let pages = Mutex<[(envelopes: [[UInt8]], token: Token)]>([])

  func keep(_ envelopes: [[UInt8]], as token: Token) {
    pages.withLock { pages in
      pages.append((envelopes, token))
      if pages.count > 8 { pages.removeFirst() }
    }
  }

  func any(
    using random: inout some RandomNumberGenerator
  ) -> (envelopes: [[UInt8]], token: Token)? {
    let all = pages.withLock { $0 }
    return all.randomElement(using: &random)
  }
}
