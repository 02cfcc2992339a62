internal import AfterwitDevice
internal import FoundationEssentials

/// What the options say that every command takes: which home, and how to print and talk.
struct Invocation: Hashable {
  /// The folder of the home, where one was named.
  var home: String?
  /// Whether what is read is printed as JSON.
  var json = false
  /// Whether a relay beyond this machine may be talked to over plain HTTP.
  var insecure = false

  /// The home that the options or the person's environment name.
  func resolvedHome() throws(DeviceFailure) -> Home {
    guard let home else { return .standard(environment: ProcessInfo.processInfo.environment) }
    guard !home.isEmpty else { throw .usage("--home needs the name of a folder.") }
    return Home(path: home)
  }

  /// The device of that home, which ``OpenedDevice/close()`` closes.
  func openDevice() throws(DeviceFailure) -> Device {
    let device = try Device(opening: try resolvedHome(), environment: .system)
    OpenedDevice.keep(device)
    return device
  }
}
