internal import AfterwitDevice
internal import ArgumentParser
internal import FoundationEssentials

/// The options that every command takes, before its verb or after it.
struct GlobalOptions: ParsableArguments {
  /// Whether a value follows an option of these; `nil` for any other argument.
  static func takesValue(_ argument: String) -> Bool? {
    switch argument {
    case "--home": true
    case "--json", "--insecure": false
    default: nil
    }
  }

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The folder that holds everything of this device; else AFTERWIT_HOME, else the XDG data "
        + "folder.", valueName: "dir"))
  var home: String?

  @Flag(help: "Print what is read as JSON, one document a line.")
  var json = false

  @Flag(help: "Talk to a relay over plain HTTP beyond this machine.")
  var insecure = false

  /// The home that the options or the person's environment name.
  func resolvedHome() throws(DeviceFailure) -> Home {
    guard let home else { return .standard(environment: ProcessInfo.processInfo.environment) }
    guard !home.isEmpty else { throw .usage("--home needs the name of a folder.") }
    return Home(path: home)
  }

  /// The device of that home.
  func openDevice() throws(DeviceFailure) -> Device {
    try Device(opening: try resolvedHome(), environment: .system)
  }
}
