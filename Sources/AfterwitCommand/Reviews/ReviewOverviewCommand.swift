internal import AfterwitDevice
internal import AfterwitEncoding
internal import ArgumentParser

/// Bare `afterwit review`: the open review, or a line for each part where there are several.
struct ReviewOverviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview", abstract: "Shows the open review, or lists several.",
    discussion: """
      For example:
        afterwit review
      """, shouldDisplay: false)

  @OptionGroup var options: GlobalOptions
  @Flag(help: "Exit with code 3 while a review is open.")
  var exitCode = false

  func run() throws {
    let device = try options.openDevice()
    guard !options.json else {
      let reviews = try device.reviews()
      Output.lines(reviews.flatMap(JSONValue.documents).map(\.text))
      if exitCode, !reviews.isEmpty { throw ExitCode(ReviewCommand.openCode) }
      return
    }
    let open = try device.openReviews()
    if Set(open.map(\.review)).count == 1 {
      try ReviewPage.show(
        .open(try device.review(open[0].review.text)), namesPart: false, on: device,
        options.invocation)
    } else {
      try ReviewTable.show(open, options.invocation)
    }
    if exitCode, !open.isEmpty { throw ExitCode(ReviewCommand.openCode) }
  }
}
