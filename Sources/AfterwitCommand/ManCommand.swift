internal import AfterwitManual
internal import ArgumentParser

/// `afterwit man`.
struct ManCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man", abstract: "Shows the manual page; into a pipe, prints it as roff.",
    discussion: """
      For example:
        afterwit man
        afterwit man > afterwit.1
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let page = ManualPage(
      of: try CommandTree(dump: Afterwit._dumpHelp()), chapter: 1,
      version: Afterwit.configuration.version, date: BuildDay.text,
      sections: [Self.files, Self.environment])
    if Output.isTerminal, ManualReader.shows(page.roff) { return }
    Output.write(page.roff)
  }

  private static let files = ManualPage.Section(
    "FILES",
    [
      ("~/.local/share/afterwit", "The home: everything of this device."),
      ("~/.config/afterwit/config.toml", "What holds for all commands; see afterwit config."),
      ("~/.config/afterwit/templates", "Templates of your own, in Markdown."),
    ])

  private static let environment = ManualPage.Section(
    "ENVIRONMENT",
    [
      ("AFTERWIT_HOME", "Another home."), ("AFTERWIT_CONFIG", "Another file of choices."),
      ("AFTERWIT_NOW", "The time that is taken for now, as 2026-11-27T21:00."),
      ("VISUAL, EDITOR", "The command that opens a text."),
      ("PAGER", "The command that shows what is longer than the screen."),
      ("NO_COLOR", "Where it is set, output has no colours."),
    ])
}
