internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit status`.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Shows what is here, what is only here, and who has it too.",
    discussion: """
      Two machines hold and show the same where "same as" names the same four words on both.

      For example:
        afterwit status
        afterwit status --all
      """)

  @OptionGroup var options: GlobalOptions
  @Flag(help: "Show the numbers and hashes too that are seldom needed.")
  var all = false

  func run() throws {
    let device = try options.openDevice()
    let status = try device.status()
    let page = StatusPage(style: .standardOutput, now: try Environment.present().now)
    try options.invocation.print(
      documents: [JSONValue.document(status)],
      lines: [page.text(status, devices: try device.devices(), all: all)])
  }
}
