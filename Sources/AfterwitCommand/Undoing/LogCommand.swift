internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit log`.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Lists what was done on all machines, the last first.",
    discussion: """
      Each line begins with what names the change for afterwit undo. What was taken back is marked, \
      and what took it back stands among the rest.

      For example:
        afterwit log -n 10
        afterwit undo 3f9a02c1
      """)

  @OptionGroup var options: GlobalOptions
  @Option(
    name: .customShort("n"), help: ArgumentHelp("List at most this many.", valueName: "count"))
  var limit: Int?

  func run() throws {
    let limit = try TypedLimit.checked(limit) ?? .max
    let device = try options.openDevice()
    var output = PagedOutput(pager: options.invocation.pager)
    let line = LogLine(style: .standardOutput)
    var count = 0
    try device.changes { report in
      guard count < limit else { return false }
      count += 1
      try output.line(options.json ? JSONValue.document(report).text : line.text(report))
      return true
    }
    try output.end()
    if count == 0, limit > 0 {
      options.invocation.talkOnTerminal(["Nothing was done yet. Type: afterwit new"])
    }
  }
}
