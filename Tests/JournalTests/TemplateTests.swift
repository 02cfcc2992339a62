import Testing

@testable import AfterwitJournal

@Suite("Templates")
struct TemplateTests {
  @Test("Those of every journal ask for fields that their kind has, and say how")
  func builtIn() {
    #expect(Template.builtIn.map(\.name) == ["quick", "interview", "rejection", "reframe", "goal"])
    for template in Template.builtIn {
      for prompt in template.prompts {
        #expect(template.kind.documentField(named: prompt.field)?.name == prompt.field)
        #expect(!prompt.words.isEmpty)
      }
    }
    #expect(Template.usual(of: .reflection, occasion: "rejection").name == "rejection")
    #expect(Template.usual(of: .reflection, occasion: "win").name == "quick")
    #expect(Template.usual(of: .reflection, occasion: nil).name == "quick")
    #expect(Template.usual(of: .mantra, occasion: nil).name == "reframe")
  }

  @Test("A person's own has a heading for each field, and its prompt below it")
  func own() throws {
    let text = "Notes on top.\r\n# Not mine\r\nWhat was\r\n\r\nnot yours?\r\n## questions\r\n"
    let template = try Template(
      reading: text.replacing("\r\n", with: "\n"), named: "own", of: .reflection)
    #expect(
      template.prompts == [
        Template.Prompt("not-mine", "What was not yours?"),
        Template.Prompt("questions", "questions"),
      ])
    #expect(throws: TemplateMisfit.noHeading(in: .goal)) {
      try Template(reading: "Only words.\n#tag\n", named: "own", of: .goal)
    }
    #expect(throws: TemplateMisfit.headingUnknown("hapened", in: .reflection)) {
      try Template(reading: "# hapened\n", named: "own", of: .reflection)
    }
  }
}
