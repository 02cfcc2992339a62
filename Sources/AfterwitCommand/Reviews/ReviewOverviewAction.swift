internal import AfterwitDevice
internal import AfterwitEncoding
internal import ArgumentParser

/// Shows the open review, or a line for each part where there are several.
struct ReviewOverviewAction: Hashable {
  /// Which home, and how to print.
  var invocation: Invocation
  /// Whether the exit code tells that a review is open.
  var exitCode = false

  /// Does it.
  func run() throws {
    let device = try invocation.openDevice()
    guard !invocation.json else {
      let reviews = try device.reviews()
      Output.lines(reviews.flatMap(JSONValue.documents).map(\.text))
      if exitCode, !reviews.isEmpty { throw ExitCode(ReviewCommand.openCode) }
      return
    }
    let open = try device.openReviews()
    if Set(open.map(\.review)).count == 1 {
      try ReviewPage.show(
        .open(try device.review(open[0].review.text)), namesPart: false, on: device, invocation)
    } else {
      try ReviewTable.show(open, invocation)
    }
    if exitCode, !open.isEmpty { throw ExitCode(ReviewCommand.openCode) }
  }
}

extension ReviewOverviewAction {
  /// Reads the arguments of a plain line; `nil` if the parser must read them.
  init?(plain arguments: ArraySlice<String>) {
    guard let plain = PlainArguments(arguments, flags: ["--exit-code"]), plain.words.isEmpty else {
      return nil
    }
    self.init(invocation: plain.invocation, exitCode: plain.has("--exit-code"))
  }
}
