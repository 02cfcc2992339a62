internal import FoundationEssentials
internal import Glibc

/// The folder that holds everything of one device: database, lock and drafts.
public struct Home: Hashable, Sendable {
  /// The folder's path.
  public let path: String

  /// A home at a path.
  public init(path: String) {
    self.path = path
  }

  /// The home that a person's environment names: `AFTERWIT_HOME`, else `$XDG_DATA_HOME/afterwit`,
  /// else `~/.local/share/afterwit`.
  public static func standard(environment: [String: String]) -> Home {
    if let home = environment["AFTERWIT_HOME"], !home.isEmpty { return Home(path: home) }
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      return Home(path: data + "/afterwit")
    }
    return Home(path: (environment["HOME"] ?? "") + "/.local/share/afterwit")
  }

  /// The database.
  var database: String { path + "/journal.sqlite" }
  /// The folder of drafts.
  var drafts: String { path + "/drafts" }

  /// Whether there is anything at its path.
  var exists: Bool { access(path, F_OK) == 0 }

  /// Whether a journal has been made or joined here.
  /// - Throws: ``DeviceFailure`` if the folder lets nobody look.
  public func isUsed() throws(DeviceFailure) -> Bool {
    guard access(database, F_OK) != 0 else { return true }
    let number = errno
    guard number == ENOENT || number == ENOTDIR else {
      throw .storage(.notReadable("\(path): \(String(cString: strerror(number)))"))
    }
    return false
  }

  /// Removes the folder with everything in it; only for a folder that this process has made.
  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}
