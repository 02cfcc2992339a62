internal import AfterwitDevice
internal import ArgumentParser

/// The options that every command takes, before or after its verb.
struct GlobalOptions: ParsableArguments {
  /// Whether a global option takes a value; `nil` for any other argument.
  static func takesValue(_ argument: String) -> Bool? {
    switch argument {
    case "--home": true
    case "--json", "--insecure", "--no-pager": false
    default: nil
    }
  }

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The folder that holds everything of this device (default: AFTERWIT_HOME, then the XDG data "
        + "folder).", valueName: "dir"))
  var home: String?

  @Flag(help: "Print JSON, one document a line.")
  var json = false

  @Flag(help: "Allow plain HTTP to a relay on another machine.")
  var insecure = false

  @Flag(help: "Print long output without a pager.")
  var noPager = false

  /// What they say.
  var invocation: Invocation {
    Invocation(home: home, json: json, insecure: insecure, noPager: noPager)
  }

  /// The home that the options or the person's environment name.
  func resolvedHome() throws(CommandFailure) -> Home { try invocation.resolvedHome() }

  /// The device of that home.
  func openDevice() throws -> Device { try invocation.openDevice() }
}
