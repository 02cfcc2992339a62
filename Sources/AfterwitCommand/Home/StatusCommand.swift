internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit status`.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tells what this device holds and what has yet to go.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let status = try options.openDevice().status()
    Output.line(
      options.json
        ? JSONValue.document(status).text : StatusPage(style: .standardOutput).text(status))
    if !options.json, let line = StatusPage.draftsLine(status) { Output.talk(line) }
  }
}
