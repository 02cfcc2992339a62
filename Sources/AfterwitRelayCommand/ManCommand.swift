internal import AfterwitManual
internal import ArgumentParser
internal import Glibc

/// `afterwit-relay man`.
struct ManCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man", abstract: "Shows the manual page; into a pipe, prints it as roff.")

  func run() throws {
    let page = ManualPage(
      of: try CommandTree(dump: RelayArguments._dumpHelp()), chapter: 8,
      version: RelayArguments.configuration.version, date: BuildDay.text,
      sections: [Self.files, Self.codes])
    if isatty(STDOUT_FILENO) == 1, ManualReader.shows(page.roff) { return }
    Terminal.say(String(page.roff.dropLast()))
  }

  private static let files = ManualPage.Section(
    "FILES",
    [
      ("/var/lib/afterwit-relay", "The folder of the relay that the system runs."),
      ("~/.local/share/afterwit-relay", "The folder of one that a person runs."),
    ])

  private static let codes = ManualPage.Section(
    "EXIT STATUS",
    [
      ("0", "Done."), ("1", "Something failed on this machine."),
      ("2", "The command line is wrong."),
      ("9", "There is no such journal, or more than one."),
    ])
}
