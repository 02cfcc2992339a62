internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit distil`.
struct DistilCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "distil",
    abstract: "Draws the lesson out of a reflection, with the raw words in sight.",
    discussion: """
      Without words, and at a terminal, it shows what you wrote and takes the lesson line by line; \
      end it with ^D. For example: afterwit distil @ I start from the people who wait.
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: .entryToChange)
  var id: String
  @Argument(help: "The lesson, or - to read it from stdin.")
  var words: [String] = []

  func run() throws {
    let device = try options.openDevice()
    let entry = try device.reflection(id)
    let id = entry.id
    let typed = words.joined(separator: " ")
    // A further lesson goes below the one that is there.
    let field = CodedField.lesson.rawValue
    let edit = FieldEdit.append(field: field, text: typed == "-" ? "" : typed)
    guard words.isEmpty || typed == "-" else {
      return try device.talk(
        of: device.carryOut(EditRequest(.edit(id), [edit])), options.invocation)
    }
    if typed != "-" {
      Output.lines(RawWords(style: .standardOutput).lines(entry))
      guard StandardInput.isTerminal, Output.talksToTerminal else { return }
      Output.talk("")
      Output.talk(
        "What do you take from it? ^D on a line of its own ends; nothing typed, nothing kept.")
    }
    let request = EditRequest(.edit(id), [edit], awaiting: 0)
    try device.check(request)
    let text = try StandardInput.read(
      taking: { try $0.text() }, keeping: { device.keep($0, of: request) })
    guard text.contains(where: { !$0.isWhitespace }) else {
      if typed == "-" {
        throw CommandFailure.usage("No text came.", next: "Send the lesson through stdin.")
      }
      return
    }
    try device.talk(of: device.carryOut(request.with(text: text)), options.invocation)
  }
}
