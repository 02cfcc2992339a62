import AfterwitSync
import Testing

@Suite("A header that a proxy before the relay wants")
struct RelayHeaderTests {
  @Test("is a name and a value; what is printed of it does not hold the value")
  func header() throws {
    let header = try RelayHeader("X-Key:  open sesame: now ")
    #expect(header.name == "X-Key" && header.value == "open sesame: now")
    #expect(header.text == "X-Key: open sesame: now")
    #expect("\(header)" == "X-Key: …" && "\([header])" == "[X-Key: …]")
  }

  @Test(
    "is nothing that ends a line, has no name or no value, or is not ASCII",
    arguments: [
      "", "X", ":", "X:", "X: ", ": a", "X Y: a", "X: a\nY: b", "X: a\r\n", "X: é", "É: a",
    ])
  func malformed(_ text: String) {
    #expect(throws: RelayHeader.Failure.malformed) { try RelayHeader(text) }
  }

  @Test("is none of those that a call itself has", arguments: ["Authorization", "host", "TE"])
  func reserved(_ name: String) {
    #expect(throws: RelayHeader.Failure.reserved(name: name)) { try RelayHeader("\(name): a") }
  }

  @Test("belongs to a scheme, a host and a port")
  func origin() throws {
    let address = try RelayAddress("HTTPS://Relay.Example:8443/My/Path/")
    #expect(address.origin == "https://relay.example:8443")
    #expect(address.host == "relay.example" && address.authority == "relay.example:8443")
    #expect(address.text == "https://relay.example:8443/My/Path")
  }
}
