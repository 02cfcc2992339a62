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

  @Test("logins are signed and read [AW-RELAY-19]")
  func logins() throws {
    for item in try document().logins {
      let key = try Curve25519.Signing.PrivateKey(rawRepresentation: item.signingSeed.bytes)
      let request = ChallengeRequest(
        journal: try #require(JournalID(item.journal.bytes)),
        device: try #require(DeviceID(item.device.bytes)))
      let challenge = Challenge(
        nonce: item.nonce.bytes, relayKey: item.relayKey.bytes,
        signature: [UInt8](repeating: 0, count: 64))
      let signature = try key.signature(for: challenge.loginBytes(for: request))
      let login = LoginRequest(
        request: request, nonce: item.nonce.bytes, signature: Array(signature),
        introduction: item.introduction.map(\.bytes))
      #expect(login.bytes == item.request.bytes, "\(item.name)")
      #expect(try LoginRequest(decoding: item.request.bytes) == login, "\(item.name)")
    }
    for item in try document().foundings {
      let request = FoundRequest(
        code: item.code, device: try #require(DeviceID(item.device.bytes)),
        genesis: item.genesis.bytes)
      #expect(request.bytes == item.request.bytes, "\(item.code)")
      #expect(try FoundRequest(decoding: item.request.bytes) == request, "\(item.code)")
    }
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
