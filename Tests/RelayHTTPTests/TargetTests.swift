import AfterwitEncoding
import AfterwitRelay
import AfterwitTestRelay
import AfterwitTestThreads
import AfterwitWire
import Foundation
import Testing

@Suite("What a request asks for", .timely, .serialized)
struct TargetTests {
  private struct Document: Decodable {
    struct Target: Decodable {
      let method, target: String
      let refusal: String?
    }
    let targets: [Target]
  }

  @Test("The vectors of paths and queries are answered or refused (AW-RELAY-53, AW-RELAY-56)")
  func vectors() async throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Protocol/vectors/relay.json")
    let document = try JSONDecoder().decode(Document.self, from: Data(contentsOf: file))
    #expect(document.targets.contains { $0.refusal == nil })
    try await withServer { relay, client in
      let (session, mailbox) = try await tokens(relay)
      for item in document.targets {
        let call = item.target.prefix { $0 != "?" }
        let answer = try await client.send(
          item.method, item.target, token: call == RelayCall.mailbox ? mailbox : session)
        #expect(answer.fields[RelayCall.refusalHeader] == item.refusal, "\(item.target)")
        #expect((answer.status == 200) == (item.refusal == nil), "\(item.target)")
      }
    }
  }

  @Test("A call without a query takes none, whoever asks (AW-RELAY-56)")
  func withoutQuery() async throws {
    try await withServer { relay, client in
      let (session, mailbox) = try await tokens(relay)
      let box = RelayCall.mailboxes + "/" + String(repeating: "ab", count: 32)
      for (method, path, token) in [
        ("POST", RelayCall.challenges, nil), ("POST", RelayCall.sessions, nil),
        ("POST", RelayCall.journals, nil), ("POST", RelayCall.envelopes, session),
        ("PUT", box, session), ("DELETE", box, session), ("POST", RelayCall.mailbox, mailbox),
      ] {
        for query in ["?", "?x=1"] {
          let answer = try await client.send(method, path + query, token: token)
          #expect(answer.fields[RelayCall.refusalHeader] == "malformed", "\(method) \(path)")
        }
      }
    }
  }

  /// The tokens of a session and of an open mailbox.
  private func tokens(_ relay: TestRelay) async throws -> (session: String, mailbox: String) {
    let journal = try TestJournal()
    let service = relay.service
    let token = try await service.found(try await relay.request(journal))
    let mailbox = try Token([UInt8](repeating: 3, count: 32)).required()
    try await service.openMailbox(mailbox.mailbox, as: service.session(for: token))
    return (token.text, mailbox.text)
  }
}
