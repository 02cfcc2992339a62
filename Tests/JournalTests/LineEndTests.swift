import Testing

@testable import AfterwitJournal

@Suite("Line ends")
struct LineEndTests {
  @Test("the last line decides for what is added, and all lines for what is the same")
  func found() {
    #expect(LineEnd(lastIn: "a") == nil)
    #expect(LineEnd(lastIn: "a\r\nb\nc") == .lineFeed)
    #expect(LineEnd(lastIn: "a\nb\r\n") == .carriageReturnAndLineFeed)
    #expect(LineEnd(ofAll: "a\rb") == nil)
    #expect(LineEnd(ofAll: "\na\n\n") == .lineFeed)
    #expect(LineEnd(ofAll: "\r\na\r\n") == .carriageReturnAndLineFeed)
    #expect(LineEnd(ofAll: "a\r\nb\n") == nil)
  }

  @Test("ends are replaced and dropped as bytes, and other carriage returns stay")
  func replaced() {
    let mixed = "a\r\nb\n\rc\r"
    #expect(LineEnd.lineFeed.replacingEnds(of: mixed).utf8.elementsEqual("a\nb\n\rc\r".utf8))
    #expect(
      LineEnd.carriageReturnAndLineFeed.replacingEnds(of: mixed).utf8
        .elementsEqual("a\r\nb\r\n\rc\r".utf8))
    #expect(LineEnd.withoutLast("a\r\n\r\n").utf8.elementsEqual("a\r\n".utf8))
    #expect(LineEnd.withoutLast("a\n\n") == "a\n")
    #expect(LineEnd.withoutLast("a\r") == "a\r")
    #expect(LineEnd.withoutLast("\r\n") == "")
  }
}
