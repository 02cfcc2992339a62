internal import AfterwitDevice
internal import Glibc

/// The executable that `afterwit` becomes for a verb of the network.
enum NetworkExecutable {
  private static let name = "afterwit-network"

  /// Whether a command line, its verb first, asks for what only that executable can do.
  static func isNeeded(for arguments: [String]) -> Bool {
    switch arguments.first {
    case "sync": true
    case "device": ["invite", "join"].contains(arguments.dropFirst().first)
    case "init": arguments.contains { $0 == "--relay" || $0.hasPrefix("--relay=") }
    default: false
    }
  }

  /// Becomes it, with the same arguments; it stands beside the executable that runs now.
  /// - Throws: a failure, where it is not there.
  static func become() throws(DeviceFailure) -> Never {
    let own = Machine.executable
    let path = own[..<(own.lastIndex(of: "/") ?? own.startIndex)] + "/" + name
    execv(path, CommandLine.unsafeArgv)
    throw DeviceFailure(
      .failed, "\(path) cannot be run: \(String(cString: strerror(errno))).",
      safe: "Everything written here is safe, and can be written and read without it.",
      next: "Install \(name) there, then repeat the command.")
  }
}
