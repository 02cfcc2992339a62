import AfterwitEncoding
import AfterwitVectors
import AfterwitWire
import Crypto
import Foundation
import Testing

@Suite("Vectors of device and relay", .serialized)
struct RelayConformanceTests {
  @Test("relay.json is what the independent encoder makes")
  func file() throws {
    try VectorFile("vectors/relay.json").expect(RelayVectors.document().json)
  }

  @Test("challenges are signed and read [AW-RELAY-1] [AW-SYNC-16]")
  func challenges() throws {
    for item in try document().challenges {
      let request = ChallengeRequest(
        journal: try #require(JournalID(item.journal.bytes)),
        device: try #require(DeviceID(item.device.bytes)))
      #expect(request.bytes == item.request.bytes)
      #expect(try ChallengeRequest(decoding: item.request.bytes) == request)
      let key = try Curve25519.Signing.PrivateKey(rawRepresentation: item.relaySeed.bytes)
      let signed = Challenge.signedBytes(for: request, nonce: item.nonce.bytes)
      let challenge = Challenge(
        nonce: item.nonce.bytes, relayKey: item.relayKey.bytes,
        signature: Array(try key.signature(for: signed)))
      #expect(challenge.bytes == item.answer.bytes && challenge.isSigned(for: request))
      #expect(try Challenge(decoding: item.answer.bytes) == challenge)
      let other = ChallengeRequest(journal: request.journal, device: .zero)
      #expect(!challenge.isSigned(for: other))
    }
  }

  @Test("logins are signed and read [AW-RELAY-19] [AW-RELAY-64]")
  func logins() throws {
    for item in try document().logins {
      let (challenge, request) = try asked(item.journal, item.device, item.nonce, item.relayKey)
      let message = challenge.loginBytes(for: request, at: item.address)
      let login = LoginRequest(
        start: try start(challenge, request, item.signingSeed, message), address: item.address,
        introduction: item.introduction.map(\.bytes))
      #expect(login.bytes == item.request.bytes, "\(item.name)")
      #expect(try LoginRequest(decoding: item.request.bytes) == login, "\(item.name)")
    }
  }

  @Test("foundings are signed and read [AW-RELAY-7] [AW-RELAY-64]")
  func foundings() throws {
    for item in try document().foundings {
      let (challenge, request) = try asked(item.journal, item.device, item.nonce, item.relayKey)
      let message = challenge.foundingBytes(for: request, at: item.address, code: item.code)
      let founding = FoundRequest(
        start: try start(challenge, request, item.signingSeed, message), address: item.address,
        code: item.code, genesis: item.genesis.bytes, introduction: item.introduction.map(\.bytes))
      #expect(founding.bytes == item.request.bytes, "\(item.code)")
      #expect(try FoundRequest(decoding: item.request.bytes) == founding, "\(item.code)")
    }
  }

  private func asked(
    _ journal: HexBytes, _ device: HexBytes, _ nonce: HexBytes, _ relayKey: HexBytes
  ) throws -> (Challenge, ChallengeRequest) {
    let request = ChallengeRequest(
      journal: try #require(JournalID(journal.bytes)),
      device: try #require(DeviceID(device.bytes)))
    let challenge = Challenge(
      nonce: nonce.bytes, relayKey: relayKey.bytes, signature: [UInt8](repeating: 0, count: 64))
    return (challenge, request)
  }

  private func start(
    _ challenge: Challenge, _ request: ChallengeRequest, _ seed: HexBytes, _ message: [UInt8]
  ) throws -> SessionStart {
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed.bytes)
    return SessionStart(
      request: request, nonce: challenge.nonce, signature: Array(try key.signature(for: message)))
  }

  @Test("heads, cursors and pages have their bytes [AW-RELAY-20] [AW-RELAY-21] [AW-RELAY-22]")
  func held() throws {
    for item in try document().heads {
      let answer = HeadsAnswer(cursor: .start, heads: try Heads(item.heads))
      #expect(Array(answer.bytes.dropFirst(40)) == item.bytes.bytes, "\(item.name)")
      #expect(try HeadsAnswer(decoding: answer.bytes) == answer, "\(item.name)")
    }
    for item in try document().cursors {
      let cursor = try item.ids.reduce(RelayCursor.start) { cursor, id in
        cursor.advanced(past: try #require(EnvelopeID(id.bytes)))
      }
      #expect(cursor.position == item.position && cursor.hash == item.hash.bytes)
      #expect(cursor.text == item.text && RelayCursor(text: item.text) == cursor)
      #expect(try RelayCursor(item.bytes) == cursor)
    }
    for item in try document().pages {
      let answer = LogAnswer(envelopes: item.envelopes.map(\.bytes))
      #expect(answer.bytes == item.bytes.bytes)
      #expect(try LogAnswer(decoding: item.bytes.bytes) == answer)
    }
  }

  @Test("answers have their bytes [AW-RELAY-10] [AW-RELAY-13] [AW-RELAY-30]")
  func answers() throws {
    for item in try document().appends {
      let answer = AppendAnswer(
        outcomes: try item.outcomes.map { try AppendOutcome($0) },
        before: try RelayCursor(item.before), after: try RelayCursor(item.after),
        heads: try Heads(item.heads))
      #expect(answer.bytes == item.bytes.bytes, "\(item.name)")
      #expect(try AppendAnswer(decoding: item.bytes.bytes) == answer, "\(item.name)")
    }
    for item in try document().pulls {
      let answer = PullAnswer(
        cursor: try RelayCursor(item.cursor), heads: try item.heads.map { try Heads($0) },
        envelopes: item.envelopes.map(\.bytes))
      #expect(answer.bytes == item.bytes.bytes, "\(item.name)")
      #expect(try PullAnswer(decoding: item.bytes.bytes) == answer, "\(item.name)")
    }
    for item in try document().messages {
      let answer = MailboxAnswer(messages: item.messages.map(\.bytes))
      #expect(answer.bytes == item.bytes.bytes)
      #expect(try MailboxAnswer(decoding: item.bytes.bytes) == answer)
    }
    let mailbox = try document().mailbox
    #expect(try #require(Token(mailbox.token.bytes)).mailbox.bytes == mailbox.id.bytes)
  }

  @Test("what has another form is refused [AW-ENC-6] [AW-ENC-12] [AW-RELAY-21] [AW-RELAY-22]")
  func refused() throws {
    let refused = try document().refused
    let start = HeadsAnswer(cursor: .start, heads: Heads()).bytes.prefix(40)
    for item in refused.heads {
      #expect(throws: DecodingFailure.self, "heads: \(item.name)") {
        try HeadsAnswer(decoding: start + item.bytes.bytes)
      }
    }
    for text in refused.cursors { #expect(RelayCursor(text: text) == nil, "\(text)") }
    for item in refused.pages {
      #expect(throws: DecodingFailure.self, "page: \(item.name)") {
        try LogAnswer(decoding: item.bytes.bytes)
      }
    }
    for item in refused.appends {
      #expect(throws: DecodingFailure.self, "append: \(item.name)") {
        try AppendAnswer(decoding: item.bytes.bytes)
      }
    }
    for item in refused.pulls {
      #expect(throws: DecodingFailure.self, "pull: \(item.name)") {
        try PullAnswer(decoding: item.bytes.bytes)
      }
    }
    for item in refused.messages {
      #expect(throws: DecodingFailure.self, "messages: \(item.name)") {
        try MailboxAnswer(decoding: item.bytes.bytes)
      }
    }
  }

  private func document() throws -> RelayDocument {
    try VectorFile("vectors/relay.json").decode()
  }
}
