import AfterwitWire
import Testing

@Suite("Which hosts are this machine")
struct LoopbackTests {
  @Test(
    "localhost, every address of 127.0.0.0/8 and ::1 are, in any case and in brackets",
    arguments: [
      "localhost", "LOCALHOST", "LocalHost", "127.0.0.1", "127.9.8.7", "127.255.255.255", "::1",
      "[::1]",
    ])
  func near(_ host: String) {
    #expect(Loopback.contains(host))
  }

  @Test(
    "what merely looks like one is not, and other spellings are treated as distant",
    arguments: [
      "", "localhost.example", "example-localhost", "[localhost]", "[127.0.0.1]", "128.0.0.1",
      "127.1", "127.0.0", "127.0.0.1.", "127.0.0.256", "127.0.0.+1", "127.0.0.-1", "127..0.1",
      "127.evil.example", "127.0.0.example", "127.0.0.1.example", "1270.0.0.1", "0x7f.0.0.1",
      "127.0.0.\u{661}", "::ffff:127.0.0.1", "[::ffff:127.0.0.1]", "::2", "[::1", "::1]",
      "0:0:0:0:0:0:0:1", "::1%lo", "0.0.0.0", "::",
    ])
  func distant(_ host: String) {
    #expect(!Loopback.contains(host))
  }
}
