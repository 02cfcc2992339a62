internal import AfterwitEncoding
internal import AfterwitSync
internal import AfterwitWire

extension RelayClause {
  static let opening = [
    RelayClause("a challenge is new each time and signed with the relay's own key") { session in
      let request = session.founder.request
      let first = try await session.relay.challenge(request).value
      let second = try await session.relay.challenge(request).value
      try session.expect(first.isSigned(for: request), "the signature does not hold")
      try session.expect(first.nonce != second.nonce, "a nonce came twice")
      try session.expect(first.relayKey == second.relayKey, "the relay has two keys")
    },
    RelayClause("an unknown journal and an unknown member log nobody in") {
      session in
      let founder = session.founder
      let relay = session.relay
      let challenge = try await relay.challenge(founder.request).value
      let early = try founder.login(challenge, at: relay.address)
      try await session.expectRefusal(.unknown, of: "a login to no journal") {
        () async throws(RelayFailure) in try await relay.login(early)
      }
      _ = try await session.found()
      let stranger = try session.stranger()
      let other = try stranger.login(
        try await relay.challenge(stranger.request).value, at: relay.address)
      try await session.expectRefusal(.unknown, of: "a stranger's login") {
        () async throws(RelayFailure) in try await relay.login(other)
      }
    },
    RelayClause("a login that is refused leaves its challenge good (AW-RELAY-55)") { session in
      _ = try await session.found()
      let founder = session.founder
      let relay = session.relay
      let challenge = try await relay.challenge(founder.request).value
      let wrong = LoginRequest(
        start: SessionStart(
          request: founder.request, nonce: challenge.nonce,
          signature: [UInt8](repeating: 7, count: 64)),
        address: relay.address)
      try await session.expectRefusal(.unknown, of: "a wrong signature") {
        () async throws(RelayFailure) in try await relay.login(wrong)
      }
      _ = try await relay.login(try founder.login(challenge, at: relay.address))
    },
    RelayClause("what founds no roster is refused, and its code stays good (AW-SEAL-26)") {
      session in
      let relay = session.relay
      var other = session.founder.moved(to: TestMember.journal(random: &session.random))
      let request = try await session.foundRequest()
      let bare = try await session.foundRequest(
        of: other, code: request.code, genesis: try other.admit(other.member))
      try await session.expectRefusal(.malformed, of: "a genesis without a recovery member") {
        () async throws(RelayFailure) in try await relay.found(bare)
      }
      _ = try await relay.found(request)
    },
    RelayClause("a member that the relay does not hold is known by its introduction (AW-RELAY-19)")
    { session in
      _ = try await session.found()
      var middle = try session.stranger()
      let last = try session.stranger()
      let admissions = [
        try session.founder.admit(middle.member), try middle.admit(last.member),
      ]
      let relay = session.relay
      for wrong in [[], [admissions[1]], [admissions[0]], [session.genesis, [1, 2, 3]]] {
        let login = try last.login(
          try await relay.challenge(last.request).value, at: relay.address, introduction: wrong)
        try await session.expectRefusal(.unknown, of: "an introduction that leads nowhere") {
          () async throws(RelayFailure) in try await relay.login(login)
        }
      }
      let login = try last.login(
        try await relay.challenge(last.request).value, at: relay.address, introduction: admissions)
      let token = try await relay.login(login).value
      let heads = try await relay.heads(as: token).value.heads
      try session.expect(heads.tips.count == 1, "an introduction was stored")
      let answer = try await relay.append(admissions, as: token).value
      try session.expect(
        answer.outcomes == [.stored, .stored], "the admissions were not stored")
    },
    RelayClause("a challenge is answered once") { session in
      _ = try await session.found()
      let relay = session.relay
      let challenge = try await relay.challenge(session.founder.request).value
      let login = try session.founder.login(challenge, at: relay.address)
      _ = try await relay.login(login)
      try await session.expectRefusal(.unknown, .unauthorized, of: "the same login") {
        () async throws(RelayFailure) in try await relay.login(login)
      }
    },
    RelayClause("a journal is founded with a code that is used once") { session in
      let relay = session.relay
      let wrong = try await session.foundRequest(
        of: session.founder, code: "no-such-code", genesis: session.genesis)
      try await session.expectRefusal(.code, of: "a wrong code") {
        () async throws(RelayFailure) in try await relay.found(wrong)
      }
      let request = try await session.foundRequest()
      let token = try await relay.found(request).value
      let heads = try await relay.heads(as: token).value.heads
      let tip = Heads.Tip(number: 1, id: try session.id(of: session.genesis))
      try session.expect(
        heads.tips == [session.founder.device: [tip]], "the genesis is not what it holds")
      var other = try TestMember(
        journal: TestMember.journal(random: &session.random), random: &session.random)
      let again = try await session.foundRequest(
        of: other, code: request.code, genesis: try other.found())
      try await session.expectRefusal(.code, of: "a used code") {
        () async throws(RelayFailure) in try await relay.found(again)
      }
      let second = try await session.login(session.founder)
      try session.expect(second != token, "two sessions have one token")
    },
    RelayClause("only a member brings a journal, under its own signature (AW-RELAY-7)") { session in
      let relay = session.relay
      let code = try await session.subject.makeCode()
      var stranger = try session.stranger()
      let posing = TestMember.posing(as: session.founder, with: stranger)
      for other in [stranger, posing] {
        let request = try await session.foundRequest(
          of: other, code: code, genesis: session.genesis)
        try await session.expectRefusal(.unknown, of: "a founding by no member") {
          () async throws(RelayFailure) in try await relay.found(request)
        }
      }
      let admission = try session.founder.admit(stranger.member)
      let request = try await session.foundRequest(
        of: stranger, code: code, genesis: session.genesis, introduction: [admission])
      let token = try await relay.found(request).value
      let change = try stranger.write(payload: [1])
      let answer = try await relay.append([admission, change], as: token).value
      try session.expect(answer.outcomes == [.stored, .stored], "its member was not taken")
    },
    RelayClause("a signature is for one address and for one call (AW-RELAY-64)") { session in
      let relay = session.relay
      let founder = session.founder
      let request = try await session.foundRequest()
      let altered = FoundRequest(
        start: request.start, address: request.address + "x", code: request.code,
        genesis: request.genesis)
      try await session.expectRefusal(.unknown, of: "a founding signed for another address") {
        () async throws(RelayFailure) in try await relay.found(altered)
      }
      _ = try await relay.found(request)
      let login = try founder.login(
        try await relay.challenge(founder.request).value, at: relay.address)
      let elsewhere = LoginRequest(start: login.start, address: relay.address + "x")
      try await session.expectRefusal(.unknown, of: "a login signed for another address") {
        () async throws(RelayFailure) in try await relay.login(elsewhere)
      }
    },
    RelayClause("every call but the first ones needs a token that was given") { session in
      _ = try await session.found()
      guard let token = Token(TestMember.bytes(32, &session.random)) else { return }
      let relay = session.relay
      let device = session.founder.device
      let envelope = try session.change()
      try await session.expectRefusal(.unauthorized, of: "heads") {
        () async throws(RelayFailure) in try await relay.heads(as: token)
      }
      try await session.expectRefusal(.unauthorized, of: "a pull") {
        () async throws(RelayFailure) in try await relay.pull(after: .start, as: token)
      }
      try await session.expectRefusal(.unauthorized, of: "a log") {
        () async throws(RelayFailure) in
        try await relay.log(
          of: device, from: 1, through: 1, as: token)
      }
      try await session.expectRefusal(.unauthorized, of: "an append") {
        () async throws(RelayFailure) in try await relay.append([envelope], as: token)
      }
      try await session.expectRefusal(.unauthorized, of: "opening a mailbox") {
        () async throws(RelayFailure) in try await relay.openMailbox(token.mailbox, as: token)
      }
    },
  ]
}
