internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit story`: a failure told in five parts.
struct StoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "story",
    abstract: "Tells a failure as a story, and helps to rehearse it.",
    discussion: "For example: afterwit story @, then afterwit story practice",
    subcommands: [
      StoryDraftCommand.self, StoryListCommand.self, StoryShowCommand.self,
      StoryPracticeCommand.self,
    ],
    defaultSubcommand: StoryDraftCommand.self)
}

/// `afterwit story ID`.
struct StoryDraftCommand: AwaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Proposes the five parts out of a reflection; nothing is stored until you save it.",
    discussion: """
      At a terminal your editor opens with what is proposed; into a pipe it is printed.

      For example:
        afterwit story @
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: .entryToChange)
  var id: String
  @Flag(help: "Store the parts that are proposed, as they stand.")
  var save = false
  @Flag(help: "Open the editor, also where there is no terminal.")
  var editor = false

  func perform() async throws {
    let device = try options.openDevice()
    let entry = try device.reflection(id)
    let draft = StoryDraft(of: entry)
    if save {
      return try device.talk(
        of: device.carryOut(EditRequest(.edit(entry.id), draft.proposals)), options.invocation)
    }
    if editor || (Output.isTerminal && StandardInput.isTerminal && !options.json) {
      return try await open(draft, of: entry, on: device)
    }
    try options.invocation.print(
      documents: [JSONValue.document(draft, of: entry)],
      lines: StoryPage(style: .standardOutput).lines(draft, of: entry))
    options.invocation.talk(
      draft.proposals.isEmpty
        ? []
        : [
          "", "Store what is proposed: afterwit story \(entry.id.shortText) --save",
          "Write it in your own words: afterwit story \(entry.id.shortText) --editor",
        ])
  }

  /// Opens the reflection in the person's editor, with the parts that are proposed.
  private func open(_ story: StoryDraft, of entry: EntryView, on device: Device) async throws {
    let opened = try device.document(
      of: entry.id, headings: story.sections.map(\.part.field.rawValue))
    let answers = story.sections.filter { $0.isProposed && !$0.words.isEmpty }.map { section in
      let lines = section.words.split(separator: "\n", omittingEmptySubsequences: false)
      return (field: section.part.field.rawValue, lines: lines.map(String.init))
    }
    let text = opened.text(answering: answers)
    let draft = try device.makeDraft(of: opened, proposing: text)
    guard try await Editor.standard.open(draft, otherwise: "afterwit edit") == .done else { return }
    guard !draft.discardIfUntouched() else {
      return options.invocation.talk(["Nothing was saved, and nothing is stored."])
    }
    try device.talk(of: try device.commit(draft), options.invocation)
  }
}

/// `afterwit story list`.
struct StoryListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the stories, the newest first, with how often rehearsed.",
    discussion: """
      For example:
        afterwit story list
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let stories = try options.openDevice().stories()
    let style = Style.standardOutput
    try options.invocation.print(
      documents: stories.map { JSONValue.document(StoryDraft(of: $0), of: $0) },
      lines: stories.map { entry in
        let count = entry.count("rehearsed")
        let rehearsed =
          count == 0 ? "not rehearsed" : count == 1 ? "rehearsed once" : "rehearsed \(count) times"
        let head = "\(entry.id.shortText)  "
        let room = style.width.map { max(8, $0 - head.count - rehearsed.count - 2) }
        return style.bold(entry.id.shortText) + "  " + style.line(entry.eventName, within: room)
          + "  " + style.faint(rehearsed)
      })
    options.invocation.talk(
      stories.isEmpty ? ["There is no story yet. Type: afterwit story ID"] : [])
  }
}

/// `afterwit story show`.
struct StoryShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows a story, as far as it is written.",
    discussion: """
      For example:
        afterwit story show 7r2f
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: .entry)
  var id: String

  func run() throws {
    let device = try options.openDevice()
    let entry = try device.entry(device.entryID(id))
    let draft = StoryDraft(of: entry)
    guard entry.hasStory else { throw CommandFailure.noStory(entry) }
    try options.invocation.print(
      documents: [JSONValue.document(draft, of: entry)],
      lines: StoryPage(style: .standardOutput).lines(draft.written, of: entry))
  }
}

/// `afterwit story practice`.
struct StoryPracticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice",
    abstract: "Shows a story, hides it while you tell it aloud, shows it again, and counts.",
    discussion: """
      Without a name it is the story that was rehearsed least.

      For example:
        afterwit story practice 7r2f
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: .entryToChange)
  var id: String?

  func run() throws {
    let device = try options.openDevice()
    let entry = try id.map { try device.reflection($0) } ?? leastRehearsed(on: device)
    guard entry.hasStory else { throw CommandFailure.noStory(entry) }
    guard Output.isTerminal, StandardInput.isTerminal else {
      throw CommandFailure.usage(
        "Practising needs a terminal.",
        next: "To read it: afterwit story show \(entry.id.shortText)")
    }
    let lines = StoryPage(style: .standardOutput).lines(StoryDraft(of: entry).written, of: entry)
    Output.lines(lines)
    guard goesOn("Read it. Return hides it, and you tell it aloud.") else { return }
    // The screen and what scrolled off it.
    Output.write("\u{1b}[H\u{1b}[2J\u{1b}[3J")
    guard goesOn("Tell it aloud now. Return shows it again.") else { return }
    Output.lines(lines)
    let sum = try device.count(entry.id)
    Output.talk(sum == 1 ? "Rehearsed once." : "Rehearsed \(sum) times.")
  }

  /// Waits for the return key; `false` where no more input comes.
  private func goesOn(_ line: String) -> Bool {
    Output.talk("")
    Output.talk(line)
    return StandardInput.line() != nil
  }

  /// The story that was rehearsed least, of these the newest.
  private func leastRehearsed(on device: Device) throws -> EntryView {
    guard
      let least = try device.stories().min(by: { $0.count("rehearsed") < $1.count("rehearsed") })
    else {
      throw CommandFailure.usage("There is no story yet.", next: "Type: afterwit story ID")
    }
    return least
  }
}
