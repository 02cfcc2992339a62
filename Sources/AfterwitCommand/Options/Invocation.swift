internal import AfterwitDevice
internal import FoundationEssentials

/// What the global options say: which home to use, and how to print and reach a relay.
struct Invocation: Hashable {
  /// The folder of the home, if one was named.
  var home: String?
  /// Whether what is read is printed as JSON.
  var json = false
  /// Whether plain HTTP to a relay on another machine is allowed.
  var insecure = false
  /// Whether long output stays off the pager.
  var noPager = false

  /// The home that the options or the person's environment name.
  func resolvedHome() throws(CommandFailure) -> Home {
    guard let home else { return .standard(environment: ProcessInfo.processInfo.environment) }
    guard !home.isEmpty else { throw .usage("--home needs the name of a folder.") }
    return Home(path: home)
  }

  /// Opens the device of that home; ``OpenedDevice/close()`` closes it.
  func openDevice() throws -> Device {
    let device = try Device(opening: try resolvedHome(), environment: try .present())
    OpenedDevice.keep(device)
    return device
  }
}
