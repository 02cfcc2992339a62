import AfterwitRelay
import AfterwitTestRelay
import AfterwitTestThreads
import AfterwitWire
import Glibc
import Testing

@Suite("What a stranger sends is looked at before it is read", .timely, .serialized)
struct OpeningTests {
  @Test(
    "A login is refused after its start, its code, its signature, not after its end (AW-RELAY-63)")
  func refusedEarly() async throws {
    try await withServer { relay, client in
      var journal = try TestJournal()
      _ = try await relay.found(journal)
      let service = relay.service
      let founder = journal.founder
      let stranger = try journal.newDevice()
      let login = try founder.login(service.challenge(founder.request), for: founder.request)
      let posing = try stranger.login(service.challenge(founder.request), for: founder.request)
      let invented = [UInt8](repeating: 7, count: SessionStart.byteCount)
      let founding = try founder.founding(
        at: service, code: "0000-0000-0000-0000", genesis: journal.genesis.bytes)
      // Only the beginning comes, of a body that is announced to be long.
      for (path, bytes, status) in [
        (RelayCall.sessions, invented, 401), (RelayCall.journals, invented, 401),
        (RelayCall.sessions, posing.bytes + filler, 404),
        (RelayCall.journals, founding.bytes + filler, 403),
      ] {
        let head = """
          POST \(path) HTTP/1.1\r\nHost: relay\r\nConnection: close\r\nContent-Length: 500000\r\n\r\n
          """
        let answer = try await client.raw(Array(head.utf8) + bytes)
        #expect(answer.status == status, "\(path)")
      }
      #expect(try await client.send("POST", RelayCall.sessions, body: login.bytes).status == 200)
    }
  }

  private let filler = [UInt8](repeating: 0, count: 1000)
}
