internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit bundle`: sync by file.
struct BundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Carries changes in a file between machines that no relay connects.",
    discussion: """
      A bundle holds what a relay would: signed and sealed, for the devices of this journal alone.

      For example:
        afterwit bundle make --for laptop /media/stick/changes
        afterwit bundle take /media/stick/changes
      """,
    subcommands: [BundleMakeCommand.self, BundleTakeCommand.self])
}

/// `afterwit bundle make`.
struct BundleMakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Writes what another machine lacks into a new file.",
    discussion: """
      Without --for, the file has everything. With it, what the device is known to hold is left out.

      For example:
        afterwit bundle make --for laptop changes
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The new file.", completion: .file())
  var file: String
  @Option(
    name: .customLong("for"), parsing: .unconditional,
    help: ArgumentHelp("The device that it is for.", valueName: "device"))
  var device: String?

  func run() throws {
    let report = try options.openDevice().makeBundle(at: file, for: device)
    options.invocation.talk(BundlePage(path: file).made(report))
    guard report.damaged > 0 else { return }
    throw CommandFailure(
      .failed,
      "\(report.damaged) of the changes here are damaged, or follow one that is, and are not in it.",
      safe: "Everything else is.", next: "Type: afterwit store check")
  }
}

/// `afterwit bundle take`.
struct BundleTakeCommand: AwaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "take", abstract: "Takes in what a bundle brings; again, it changes nothing.",
    discussion: """
      For example:
        afterwit bundle take changes
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The bundle.", completion: .file())
  var file: String

  func perform() async throws {
    let device = try options.openDevice()
    let taking = try await device.takeBundle(at: file)
    let reviews = try device.openReviewCount()
    try options.invocation.print(
      documents: [JSONValue.document(taking, reviews: reviews)], lines: [])
    let page = BundlePage(path: file)
    options.invocation.talk(page.taken(taking) + OpenReviews.talk(reviews))
    for sentence in try taking.told.sentences(naming: try device.devices()) {
      Output.talk(Escaping.oneLine(sentence))
    }
    try page.check(taking)
  }
}
