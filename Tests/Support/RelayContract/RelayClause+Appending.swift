internal import AfterwitEncoding
internal import AfterwitSync
internal import AfterwitWire

extension RelayClause {
  static let appending = [
    RelayClause("appending is idempotent and moves the cursor by the ids it stored") { session in
      let token = try await session.found()
      let relay = session.relay
      let page = [try session.change(), try session.change()]
      let first = try await relay.append(page, as: token).value
      try session.expect(first.outcomes == [.stored, .stored], "\(first.outcomes)")
      var cursor = RelayCursor.start
      for envelope in [session.genesis] + page {
        cursor = cursor.advanced(past: try session.id(of: envelope))
      }
      try session.expect(first.after == cursor, "the cursor is not the hash of the order")
      let again = try await relay.append(page, as: token).value
      try session.expect(again.outcomes == [.alreadyHeld, .alreadyHeld], "\(again.outcomes)")
      try session.expect(again.before == cursor && again.after == cursor, "the cursor moved")
      let tip = Heads.Tip(number: 3, id: try session.id(of: page[1]))
      try session.expect(again.heads.tips == [session.founder.device: [tip]], "the heads differ")
    },
    RelayClause("a member admitted in a page may write in the same page, and log in") { session in
      let token = try await session.found()
      var joined = try session.stranger()
      let admission = try session.founder.admit(joined.member)
      let envelope = try joined.write(payload: [1, 2, 3])
      let answer = try await session.relay.append([admission, envelope], as: token).value
      try session.expect(answer.outcomes == [.stored, .stored], "\(answer.outcomes)")
      let second = try await session.login(joined)
      let heads = try await session.relay.heads(as: second).value.heads
      try session.expect(heads == answer.heads, "the heads differ by who asks")
    },
    RelayClause("a fork is stored, answered with what is held, and served whole") { session in
      let token = try await session.found()
      let relay = session.relay
      var clone = session.founder
      let mine = try session.change()
      let other = try clone.write(payload: [9])
      _ = try await relay.append([mine], as: token)
      let answer = try await relay.append([other], as: token).value
      let held = Array(mine.prefix(Envelope.prefixByteCount))
      try session.expect(answer.outcomes == [.forked(held: held)], "\(answer.outcomes)")
      let tips = [mine, other].compactMap { try? Envelope(parsing: $0) }
        .map { Heads.Tip(number: 2, id: $0.id) }.sorted()
      try session.expect(answer.heads.tips[clone.device] == tips, "the heads hide a branch")
      let log = try await relay.log(of: clone.device, from: 2, through: 2, as: token).value
      try session.expect(Set(log.envelopes) == [mine, other], "the log hides a branch")
    },
    RelayClause("every answer carries the same generation") { session in
      let challenge = try await session.relay.challenge(session.founder.request)
      let founded = try await session.relay.found(try await session.foundRequest())
      let heads = try await session.relay.heads(as: founded.value)
      try session.expect(
        Set([challenge.generation, founded.generation, heads.generation]).count == 1,
        "the generation changed")
    },
  ]

  static let refusing = [
    RelayClause("what may not be stored is refused by itself, and the rest is stored") { session in
      let token = try await session.found()
      var stranger = try session.stranger()
      var elsewhere = try TestMember(
        journal: TestMember.journal(random: &session.random), random: &session.random)
      let good = try session.change()
      var badSignature = try session.change()
      badSignature[210] ^= 1
      var badPayload = good
      badPayload[badPayload.count - 1] ^= 1
      let afterGap = try session.change()
      let page = [
        [1, 2, 3], try stranger.write(payload: [1]), try elsewhere.write(payload: [1]), good,
        badSignature, afterGap,
      ]
      let answer = try await session.relay.append(page, as: token).value
      try session.expect(
        answer.outcomes == [
          .refused(.malformed), .refused(.member), .refused(.journal), .stored,
          .refused(.signature), .refused(.gap),
        ], "\(answer.outcomes)")
      let heads = try await session.relay.heads(as: token).value.heads
      try session.expect(heads == answer.heads, "the answer's heads are not the relay's")
      try session.expect(
        heads.tips[session.founder.device]?.map(\.number) == [2], "a refused one was stored")
    },
    RelayClause("a changed payload under a held header changes nothing") { session in
      let token = try await session.found()
      let good = try session.change()
      _ = try await session.relay.append([good], as: token)
      var bad = good
      bad[bad.count - 1] ^= 1
      let answer = try await session.relay.append([bad], as: token).value
      try session.expect(
        answer.outcomes == [.alreadyHeld], "\(answer.outcomes)")
      let log = try await session.relay.log(
        of: session.founder.device, from: 2, through: 2, as: token)
      try session.expect(log.value.envelopes == [good], "the stored bytes changed")
    },
  ]
}
