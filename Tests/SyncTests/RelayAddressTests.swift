import AfterwitSync
import Testing

@Suite("An address of a relay is safe before anything is sent to it")
struct RelayAddressTests {
  @Test(
    "plain HTTP beyond loopback is refused without a connection (AW-SYNC-15)",
    arguments: [
      "http://example.org", "http://192.0.2.1:8787", "http://127.0.0.1.example.org",
      "http://localhost.example.org", "http://[2001:db8::1]", "http://128.0.0.1", "http://127.1",
    ])
  func plain(_ text: String) throws {
    let failure = #expect(throws: RelayAddress.Failure.self) { try RelayAddress(text) }
    guard case .plainBeyondLoopback = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(throws: Never.self) { try RelayAddress(text, insecure: true) }
  }

  @Test(
    "loopback and HTTPS are taken, a path is kept, a final slash is not",
    arguments: [
      ("http://127.0.0.1:8787", "http://127.0.0.1:8787"),
      ("http://127.9.9.9/", "http://127.9.9.9"),
      ("http://LOCALHOST:80", "http://localhost:80"),
      ("http://[::1]:8787/a/b/", "http://[::1]:8787/a/b"),
      ("HTTPS://Relay.Example.org/Mine", "https://relay.example.org/Mine"),
      ("https://[2001:db8::1]:443", "https://[2001:db8::1]:443"),
    ])
  func good(_ text: String, _ kept: String) throws {
    #expect(try RelayAddress(text).text == kept)
  }

  @Test(
    "other schemes, credentials, queries and what is no address are told apart",
    arguments: [
      ("ftp://example.org", RelayAddress.Failure.scheme("ftp")),
      ("file:///etc/passwd", .scheme("file")),
      ("https://me:secret@example.org", .credentials),
      ("https://example.org/?a=b", .query),
      ("https://example.org/#x", .query),
      ("example.org", .malformed),
      ("", .malformed),
      ("https://", .malformed),
      ("https://:80", .malformed),
      ("https://example.org:0", .malformed),
      ("https://example.org:99999", .malformed),
      ("https://exa mple.org", .malformed),
      ("https://exämple.org", .malformed),
      ("https://[::1", .malformed),
      ("https://example.org/a/../b", .malformed),
      ("http://127.0.0.1\\@example.org", .credentials),
    ])
  func bad(_ text: String, _ failure: RelayAddress.Failure) {
    #expect(throws: failure) { try RelayAddress(text) }
  }
}
