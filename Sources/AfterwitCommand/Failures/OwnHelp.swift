internal import Synchronization

/// The line by which a person gets the help of the command that this process runs.
enum OwnHelp {
  private static let kept = Mutex<@Sendable () -> String>({ "afterwit --help" })

  /// The line.
  static var line: String { kept.withLock { $0 }() }

  /// Keeps how the line is found, which nobody has to know unless something fails.
  static func keep(_ line: @escaping @Sendable () -> String) {
    kept.withLock { $0 = line }
  }
}
