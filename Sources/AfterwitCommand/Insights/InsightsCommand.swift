internal import AfterwitDevice
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit insights`.
struct InsightsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "insights",
    abstract: "Shows your attempts over time, moods, what to work on, lessons and goals.",
    discussion: """
      Private entries are left out. With --html it is one page for a browser, which needs no network: \
      afterwit insights --html insights.html

      For example:
        afterwit insights
        afterwit insights --html insights.html
      """)

  @OptionGroup var options: GlobalOptions
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Write a page for a browser to this file.", valueName: "file"))
  var html: String?
  @Flag(help: "Overwrite the file if it exists.")
  var replace = false

  func run() throws {
    guard html == nil || !options.json else {
      throw CommandFailure.usage("--html and --json exclude each other.", next: "Give one of them.")
    }
    guard html != nil || !replace else {
      throw CommandFailure.usage("--replace goes with --html FILE.", next: "Name the file.")
    }
    let insights = try options.openDevice().insights()
    if let html {
      try PageFile(path: html, option: "--html").write(
        InsightsDocument(insights).text, replacing: replace)
      options.invocation.talk(["Written to \(html). Open it in a browser."])
    } else {
      try options.invocation.print(
        documents: [JSONValue.document(insights)],
        lines: InsightsPage(insights, style: .standardOutput).lines)
    }
  }
}
