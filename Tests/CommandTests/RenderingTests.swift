import Testing

@testable import AfterwitCommand

@Suite("What is printed")
struct RenderingTests {
  @Test("A terminal gets controls and bidirectional marks spelt out, and prose as it is (AW-SEC-3)")
  func escaping() {
    #expect(
      Escaping.text("a\u{1b}[31m\u{202e}b\r\u{7f}\u{9b}")
        == "a\\u{1b}[31m\\u{202e}b\\u{d}\\u{7f}\\u{9b}")
    #expect(Escaping.text("a\r\nb\r\r\n\r") == "a\r\nb\\u{d}\r\n\\u{d}")
    #expect(Escaping.text("naïve 日本\n\tשלום 👩‍👩‍👧") == "naïve 日本\n\tשלום 👩‍👩‍👧")
    #expect(Escaping.oneLine("one\ntwo\r\n\n\tthree") == "one two three")
  }

  @Test("JSON escapes what RFC 8259 demands, and keeps the order of members")
  func json() {
    let value = JSONValue.members([
      "b": .string("\"\\/\u{1}\n\r\tü😀"), "a": .list([.integer(-1), .flag(true), .null]),
    ])
    #expect(value.text == #"{"b":"\"\\/\u0001\n\r\tü😀","a":[-1,true,null]}"#)
  }

  @Test("Times are UTC to the millisecond")
  func moments() {
    #expect(Moment(milliseconds: 0).iso8601 == "1970-01-01T00:00:00.000Z")
    #expect(Moment(milliseconds: 1_763_726_400_042).iso8601 == "2025-11-21T12:00:00.042Z")
  }

  @Test(
    "Leading global options move behind the verb",
    arguments: [
      (["--json", "list"], ["list", "--json"]),
      (
        ["--home", "list", "device", "list", "--json"],
        ["device", "list", "--home", "list", "--json"]
      ),
      (
        ["--home=x", "--insecure", "sync", "--", "-"],
        ["sync", "--home=x", "--insecure", "--", "-"]
      ),
      (["--home", "x"], ["--home", "x"]),
      (["--home"], ["--home"]),
      (["new", "goal", "--home", "x"], ["new", "goal", "--home", "x"]),
      (["--json", "relay", "--help"], ["relay", "--json", "--help"]),
      (["--json", "device", "--home", "x", "list"], ["device", "list", "--json", "--home", "x"]),
      (["--", "--json"], ["--", "--json"]),
    ])
  func leadingOptions(_ example: (typed: [String], parsed: [String])) {
    #expect(LeadingOptions.moved(example.typed) == example.parsed)
  }

  @Test("FIELD=VALUE splits at the first equals sign")
  func fieldValues() throws {
    let pair = try FieldValue("outcome=a=b")
    #expect(pair.field == "outcome")
    #expect(pair.value == "a=b")
    #expect(try FieldValue("mood=").value.isEmpty)
    #expect(throws: (any Error).self) { try FieldValue("mood") }
    #expect(throws: (any Error).self) { try FieldValue("=3") }
  }

  @Test("stdin gives up one final line end and nothing else, and only UTF-8 passes")
  func standardInput() {
    #expect(StandardInput.text(of: Array("a\n\n".utf8)) == "a\n")
    #expect(StandardInput.text(of: Array("a\r\nb\r\n".utf8)) == "a\r\nb")
    #expect(StandardInput.text(of: Array("a\r".utf8)) == "a\r")
    #expect(StandardInput.text(of: []) == "")
    #expect(StandardInput.text(of: [0x63, 0xe9]) == nil)
    #expect(StandardInput.text(of: [0xed, 0xa0, 0x80]) == nil)
  }
}
