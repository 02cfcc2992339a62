internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit device forget`.
struct DeviceForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Lists a device that is out no longer, on this machine.",
    discussion: """
      What it wrote stays. With --all, device list shows it still.

      For example:
        afterwit device forget laptop
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The device's name, or the beginning of its id.")
  var device: String

  func run() throws {
    _ = try options.openDevice().forget(device)
    Output.talk("\(Escaping.oneLine(device)) is listed no longer. To see it: device list --all")
  }
}
