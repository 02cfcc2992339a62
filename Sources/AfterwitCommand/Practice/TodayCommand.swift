internal import AfterwitDevice
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit today`, and bare `afterwit`.
struct TodayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "today", abstract: "Shows what is next: what lies ahead, what is due, a mantra.",
    discussion: """
      afterwit alone does the same. Private entries stay out of it.

      For example:
        afterwit
        afterwit today --all
      """)

  @OptionGroup var options: GlobalOptions
  @Flag(help: "Show everything that is due, however many lines it takes.")
  var all = false

  func run() throws {
    do {
      let device = try options.openDevice()
      let (today, unfinished) = (try device.today(), try device.unfinished())
      try options.invocation.print(
        documents: [JSONValue.document(today, unfinished)],
        lines: TodayPage(style: .standardOutput, isWhole: all).lines(today, unfinished))
      if unfinished.isDrillDue, !options.json { device.noteDrillReminder() }
    } catch DeviceFailure.home(.notBegun) where !options.json {
      Output.lines(Self.welcome)
    }
  }

  private static let welcome = [
    "Afterwit keeps what an interview taught you, on your own machines.", "",
    "  afterwit init           start here",
    "  afterwit tour           see it first: two machines, two minutes, nothing is kept",
    "  afterwit device join    this is a further machine of yours",
    "  afterwit --help         all commands",
  ]
}
