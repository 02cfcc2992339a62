import AfterwitText
import Testing

@testable import AfterwitCommand

@Suite("Differences as they are printed")
struct DressedTextTests {
  private static func shown(
    _ old: String, _ new: String, _ style: Style = Style(escapes: false, colours: false)
  ) -> String {
    var text = DressedText(style)
    text.append(TextComparison(from: old, to: new))
    return text.text()
  }

  @Test("Line breaks that were put in or taken out are signs, and only those that stand break")
  func lineBreaks() {
    #expect(Self.shown("One.\n\nTwo.", "One. Two.") == "One.[-↵↵-] {+ +}Two.")
    #expect(Self.shown("One. Two.", "One.\n\nTwo.") == "One.[- -] {+↵+}\n{+↵+}\nTwo.")
    #expect(Self.shown("One.", "One.\n") == "One.{+↵+}\n")
    #expect(Self.shown("One.\nTwo.", "One.") == "One.[-↵Two.-]")
  }

  @Test("In colour, a space that alone was changed can be seen")
  func spaces() {
    let style = Style(escapes: true, colours: true)
    #expect(Self.shown("One.", "One. ", style) == "One.\u{1b}[1;32m␣\u{1b}[0m")
    #expect(Self.shown("a\tb", "ab", style).contains("\u{1b}[9;31m"))
    #expect(style.dressed("x", as: .removed) == "\u{1b}[9;31mx\u{1b}[0m")
    #expect(Style(escapes: true, colours: false).dressed("x", as: .added) == "x")
  }

  @Test("Lines end between words, beside wide signs, and inside a word only if it is too long")
  func wrapping() {
    let style = Style(escapes: true, colours: false, width: 12)
    #expect(
      DressedText("one two three four", in: style).text(indent: 2) == "  one two\n  three four")
    #expect(DressedText("每天练习一道系统设计题", in: style).text() == "每天练习一道\n系统设计题")
    #expect(DressedText("abcdefghijklmnop q", in: style).text() == "abcdefghijkl\nmnop q")
    #expect(DressedText("a\r\nb", in: Style(escapes: false, colours: false)).text() == "a\r\nb")
  }
}
