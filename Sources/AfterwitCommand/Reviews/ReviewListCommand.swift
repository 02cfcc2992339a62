internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit review list`.
struct ReviewListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the open reviews, one line for each part.",
    discussion: """
      For example:
        afterwit review list
        afterwit review --exit-code
      """)

  @OptionGroup var options: GlobalOptions
  @Flag(help: "Exit with code 3 while a review is open.")
  var exitCode = false

  func run() throws {
    let device = try options.openDevice()
    let open = try device.openReviews()
    if options.json {
      Output.lines(try device.reviews().flatMap(JSONValue.documents).map(\.text))
    } else {
      try ReviewTable.show(open, options.invocation)
    }
    if exitCode, !open.isEmpty { throw ExitCode(ReviewCommand.openCode) }
  }
}
