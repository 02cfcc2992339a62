internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit status`.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Shows what this device holds and what it has not sent yet.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let status = try options.openDevice().status()
    options.invocation.print(
      documents: [JSONValue.document(status)],
      lines: [StatusPage(style: .standardOutput).text(status)])
    options.invocation.talk([StatusPage.draftsLine(status)].compactMap(\.self))
  }
}
