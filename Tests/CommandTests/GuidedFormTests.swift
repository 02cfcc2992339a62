import AfterwitJournal
import Testing

@testable import AfterwitCommand

@Suite("What a guided form holds")
struct GuidedFormTests {
  private let template = Template.usual(of: .reflection, occasion: "rejection")

  @Test("An answer stands until another is given, and going back takes none away")
  func answers() {
    var form = GuidedForm(template.prompts, of: .reflection)
    #expect(form.prompt?.field == "felt" && form.earlier.isEmpty && !form.saysSomething)
    form.keep(["Flat."])
    form.goOn()
    form.keep([" "])
    form.goBack()
    #expect(form.earlier == ["Flat."])
    form.keep([])
    #expect(form.earlier == ["Flat."] && form.saysSomething)
    form.keep(["Tired.", "Later calm."])
    #expect(form.earlier == ["Tired.", "Later calm."])
    form.goBack()
    form.goBack()
    #expect(form.prompt?.field == "felt")
    for _ in template.prompts { form.goOn() }
    #expect(form.prompt == nil)
    form.keep(["Behind the end."])
    #expect(form.answers.flatMap(\.self) == ["Tired.", "Later calm."])
  }

  @Test("One letter answers a question of yes or no, and no other")
  func letters() {
    var form = GuidedForm(template.prompts, of: .reflection)
    #expect(form.meant(by: "y") == "y" && form.edit(by: "y") == nil)
    while form.prompt?.field != "private" { form.goOn() }
    #expect(form.meant(by: "Y") == "yes" && form.meant(by: "no") == "no")
    #expect(form.meant(by: "maybe") == "maybe")
    #expect(form.edit(by: "maybe") == .set(field: "private", value: "maybe"))
    #expect(form.edit(by: " ") == nil)
  }
}
