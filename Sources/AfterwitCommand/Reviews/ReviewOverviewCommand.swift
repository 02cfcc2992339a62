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

  /// What the line asks for.
  var action: ReviewOverviewAction {
    ReviewOverviewAction(invocation: options.invocation, exitCode: exitCode)
  }

  func run() throws { try action.run() }
}
