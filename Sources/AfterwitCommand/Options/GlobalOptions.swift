internal import AfterwitDevice
internal import ArgumentParser

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

  /// What they say.
  var invocation: Invocation { Invocation(home: home, json: json, insecure: insecure) }

  /// The home that the options or the person's environment name.
  func resolvedHome() throws(DeviceFailure) -> Home { try invocation.resolvedHome() }

  /// The device of that home.
  func openDevice() throws(DeviceFailure) -> Device { try invocation.openDevice() }
}
