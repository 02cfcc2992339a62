internal import AfterwitDevice
internal import ArgumentParser

/// Bare `afterwit`: the status, and what to type next.
struct OverviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview", abstract: "Shows the status and what to type next.",
    shouldDisplay: false)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let status = try options.openDevice().status()
    options.invocation.print(
      documents: [JSONValue.document(status)],
      lines: [StatusPage(style: .standardOutput).text(status)])
    options.invocation.talk([""] + StatusPage.nextSteps(status))
  }
}
