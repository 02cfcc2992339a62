internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit review next`.
struct ReviewNextCommand: AwaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract: "Shows one open part after another at the terminal, and takes a key as the answer.",
    discussion: """
      The keys stand below each part, with what each answer yields above them: m takes mine, \
      t theirs, b both, a what stood before, k keeps, r removes, a number takes that side, e opens \
      your editor, s skips. q, Escape and ^C leave; what was answered by then is decided.

      For example:
        afterwit review next
      """)

  @OptionGroup var options: GlobalOptions

  func perform() async throws {
    guard StandardInput.isTerminal, Output.isTerminal, !options.json else {
      throw CommandFailure.usage(
        "There is no terminal at which a key could be an answer.",
        next: "Type: afterwit review, and for each: afterwit review resolve R ANSWER")
    }
    let device = try options.openDevice()
    guard try device.openReviewCount() > 0 else {
      Output.talk("No review is open.")
      return
    }
    var walk = ReviewWalk(on: device)
    try await walk.run()
  }
}
