internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit sync`.
struct SyncCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Exchanges what is new with the relay, both ways.")

  /// How long a session may take unless told otherwise.
  static let defaultTimeout = Duration.seconds(30)

  @OptionGroup var options: GlobalOptions
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How long it may take (default: 30).", valueName: "seconds"))
  var timeout: Int?

  func run() async throws {
    guard timeout ?? 1 > 0 else {
      throw DeviceFailure.usage("--timeout takes a number of seconds, at least 1.")
    }
    let device = try options.openDevice()
    let report = try await Connection.sync(
      device, timeout: timeout.map { .seconds($0) } ?? Self.defaultTimeout,
      insecure: options.insecure)
    let reviews = try device.openReviewCount()
    if options.json {
      Output.line(JSONValue.document(report, reviews: reviews).text)
    } else {
      Output.talk(report.line)
      if let talk = OpenReviews.talk(reviews) { Output.talk(talk) }
    }
    for sentence in try report.sentences(naming: try device.devices()) {
      Output.talk(Escaping.oneLine(sentence))
    }
    try report.check()
  }
}
