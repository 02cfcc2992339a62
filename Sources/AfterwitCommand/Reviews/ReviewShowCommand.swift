internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit review show`.
struct ReviewShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows each answer, and what it yields; of one that has ended, how.",
    discussion: """
      For example:
        afterwit review show m334
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: .review)
  var id: String

  func run() throws {
    let device = try options.openDevice()
    try ReviewPage.show(
      try device.reviewByName(id), namesPart: id.contains("."), on: device, options.invocation)
  }
}
