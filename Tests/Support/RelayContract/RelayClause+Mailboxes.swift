internal import AfterwitEncoding
internal import AfterwitSync
internal import AfterwitWire

extension RelayClause {
  static let mailboxes = [
    RelayClause("a mailbox holds what is left in it, in order, until it is closed") { session in
      let token = try await session.found()
      let relay = session.relay
      guard let secret = Token(TestMember.bytes(32, &session.random)) else { return }
      try await session.expectRefusal(.unknown, of: "a mailbox that is not open") {
        () async throws(RelayFailure) in try await relay.leave([1], in: secret)
      }
      _ = try await relay.openMailbox(secret.mailbox, as: token)
      _ = try await relay.leave([1], in: secret)
      _ = try await relay.leave([2, 2], in: secret)
      let all = try await relay.collect(after: 0, in: secret).value.messages
      try session.expect(all == [[1], [2, 2]], "\(all)")
      let rest = try await relay.collect(after: 1, in: secret).value.messages
      try session.expect(rest == [[2, 2]], "after the first: \(rest)")
      let none = try await relay.collect(after: 2, in: secret).value.messages
      try session.expect(none.isEmpty, "after the last: \(none)")
      _ = try await relay.closeMailbox(secret.mailbox, as: token)
      try await session.expectRefusal(.unknown, of: "a closed mailbox") {
        () async throws(RelayFailure) in try await relay.collect(after: 0, in: secret)
      }
    },
    RelayClause("a mailbox is closed by whoever shows its token (AW-RELAY-54)") { session in
      let token = try await session.found()
      let relay = session.relay
      guard let secret = Token(TestMember.bytes(32, &session.random)) else { return }
      _ = try await relay.openMailbox(secret.mailbox, as: token)
      _ = try await relay.closeMailbox(secret.mailbox, as: secret)
      try await session.expectRefusal(.unknown, of: "a mailbox closed by its token") {
        () async throws(RelayFailure) in try await relay.collect(after: 0, in: secret)
      }
    },
    RelayClause("a mailbox holds few messages, and only short ones") { session in
      let token = try await session.found()
      let relay = session.relay
      guard let secret = Token(TestMember.bytes(32, &session.random)) else { return }
      _ = try await relay.openMailbox(secret.mailbox, as: token)
      let long = [UInt8](repeating: 1, count: Limits.mailboxMessage + 1)
      try await session.expectRefusal(.tooLarge, of: "a message too long") {
        () async throws(RelayFailure) in try await relay.leave(long, in: secret)
      }
      for index in 0..<Limits.mailboxCount {
        _ = try await relay.leave([UInt8(index)], in: secret)
      }
      try await session.expectRefusal(.tooMany, of: "a message too many") {
        () async throws(RelayFailure) in try await relay.leave([0], in: secret)
      }
    },
  ]
}
