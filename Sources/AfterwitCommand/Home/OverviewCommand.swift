internal import AfterwitDevice
internal import ArgumentParser

/// Bare `afterwit`: the status, and what to type next.
struct OverviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overview", abstract: "Tells the status and what to type next.",
    shouldDisplay: false)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let status = try options.openDevice().status()
    guard !options.json else {
      Output.line(JSONValue.document(status).text)
      return
    }
    Output.line(StatusPage(style: .standardOutput).text(status))
    Output.talk("")
    for step in StatusPage.nextSteps(status) { Output.talk(step) }
  }
}
