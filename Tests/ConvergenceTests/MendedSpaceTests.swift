import AfterwitReference
import AfterwitText
import Testing

// Somebody mends white space while another writes beside it. Nobody needs to be asked where both can
// be had, and words must never run into one that nobody wrote as one.
@Suite("White space mended beside an edit")
struct MendedSpaceTests {
  /// What two devices that saved over one text are shown, and whether they are asked.
  private func merged(_ base: String, _ one: String, _ other: String) throws -> Merged {
    var scene = ReviewScene()
    try scene.save(by: 9, after: [], base)
    try scene.save(by: 1, after: [0], one)
    try scene.save(by: 2, after: [0], other)
    let reviews = scene.reviews()
    #expect(try scene.shown(at: [1, 2]).text == reviews.shownText)
    return Merged(text: reviews.shownText, isAsked: reviews.parts.contains { $0.isOpen })
  }

  private struct Merged: Equatable {
    var text: String
    var isAsked = false
  }

  @Test(
    "a space taken out between words without spaces is no matter of whoever writes one of them",
    arguments: [
      ("ตอนที่สมชาย โทรมา", "ตอนที่สมชายโทรมา", "ตอนที่นภา โทรมา", "ตอนที่นภาโทรมา"),
      ("ภายหลัง ฉันคุย", "ภายหลังฉันคุย", "เมื่อเช้า ฉันคุย", "เมื่อเช้าฉันคุย"),
      ("上周 走路回家。", "上周走路回家。", "昨天 走路回家。", "昨天走路回家。"),
      ("iPhone 手机。", "iPhone手机。", "Pixel 手机。", "Pixel手机。"),
      ("很惭愧。\n\n早上走路。", "很惭愧。早上走路。", "很惭愧。\n\n上周走路。", "很惭愧。上周走路。"),
      ("は中村。\n\n中村さんに。", "は中村。中村さんに。", "は中村。\n\n田中さんに。", "は中村。田中さんに。"),
    ])
  func withoutSpaces(base: String, mended: String, edited: String, both: String) throws {
    #expect(try merged(base, mended, edited) == Merged(text: both))
    #expect(try merged(base, edited, mended) == Merged(text: both))
  }

  @Test("a space taken out between words with spaces is asked about beside an edit of one")
  func withSpaces() throws {
    #expect(try merged("We set up here.", "We setup here.", "We get up here.").isAsked)
  }

  @Test("what is written behind a space is not put against what stood before it")
  func written() throws {
    let spaced = try merged("ฉันคุยกับมาลี ", "ฉันคุยกับมาลี", "ฉันคุยกับมาลี เขียน")
    #expect(spaced.text == "ฉันคุยกับมาลี เขียน")
  }

  @Test("a double space stays mended beside a word that is gone")
  func besideDeletion() throws {
    let mended = Merged(text: "one three")
    #expect(try merged("one two  three", "one  three", "one two three") == mended)
    #expect(try merged("one two  three", "one two three", "one three") == mended)
    // The last space between two words stays, whoever took it out.
    let kept = try merged("one two three", "one three", "one twothree")
    #expect(!kept.text.contains("onethree"))
  }
}
