import Testing

@testable import AfterwitCommand
@testable import AfterwitDevice

@Suite("A decision as it is typed")
struct TypedAnswerTests {
  @Test("Each word means what it says")
  func words() throws {
    let examples: [([String], TypedAnswer)] = [
      (["mine"], .answer(.mine)), (["theirs"], .answer(.theirs)), (["both"], .answer(.both)),
      (["base"], .answer(.base)), (["keep"], .answer(.keep)), (["remove"], .answer(.remove)),
      (["current"], .answer(.current)), (["edit"], .edit),
      (["-"], .textFromStandardInput), (["side", "2"], .answer(.side(2))),
    ]
    for (words, decision) in examples {
      #expect(try TypedAnswer(words: words, text: nil) == decision)
    }
    #expect(try TypedAnswer(words: [], text: "-x") == .answer(.text("-x")))
    #expect(try TypedAnswer(words: [], text: "") == .answer(.text("")))
  }

  @Test(
    "What is no decision is refused",
    arguments: [
      [], ["yours"], ["side"], ["side", "x"], ["side", "0"], ["side", "1", "2"],
      ["mine", "theirs"], ["Mine"], [""], ["1"],
    ])
  func refused(_ words: [String]) {
    let failure = #expect(throws: CommandFailure.self) {
      try TypedAnswer(words: words, text: nil)
    }
    #expect(failure?.code == .usage)
    #expect(failure?.sentences.next.isEmpty == false)
  }

  @Test("A word and a text exclude each other")
  func both() {
    #expect(throws: CommandFailure.self) { try TypedAnswer(words: ["mine"], text: "x") }
    #expect(throws: CommandFailure.self) { try TypedAnswer(words: ["-"], text: "x") }
  }
}
