internal import Glibc

/// The executable that `afterwit` becomes for a verb that needs the network.
enum NetworkExecutable {
  private static let name = "afterwit-network"

  /// Whether a command line, which begins with its verb, needs that executable.
  static func isNeeded(for arguments: [String]) -> Bool {
    switch arguments.first {
    case "sync", "drill": true
    case "device": ["invite", "join"].contains(arguments.dropFirst().first)
    case "init": arguments.contains { $0 == "--relay" || $0.hasPrefix("--relay=") }
    default: false
    }
  }

  /// Where it lies: beside this one.
  static var path: String { Machine.executable(named: name) }

  /// Replaces this process by that executable, which lies beside this one, with the same arguments.
  /// - Throws: a failure if it cannot be run.
  static func become() throws(CommandFailure) -> Never {
    let path = path
    execv(path, CommandLine.unsafeArgv)
    throw CommandFailure(
      .failed, "\(path) cannot be run: \(String(cString: strerror(errno))).",
      safe: "Everything written here is safe, and can be written and read without it.",
      next: "Install \(name) there, then repeat the command.")
  }
}
