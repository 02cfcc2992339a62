internal import AfterwitStore
internal import FoundationEssentials
internal import Glibc

// A draft is two files: the text, which an editor may replace at will, and the sidecar, which says
// where the text belongs and carries the lock. Whoever uses a draft holds a shared lock on the
// sidecar: the command, and the shell that runs the editor. So a draft stays in use if the command
// is killed while the editor lives on. Recovering and dropping need an exclusive lock.
//
// The sidecar is durable before the text is made, and the text is removed before the sidecar. So
// every text has its sidecar, and a sidecar without a text was left by a crash.

/// The two files of a draft, and the lock on them while this value lives.
struct DraftFile: Sendable {
  /// The file of the text.
  let path: String
  private let lock: DraftLock?

  /// The file beside it.
  var sidecar: String { Self.sidecar(of: path) }

  /// What people call the draft: the file's name without its ending.
  var name: String { Self.name(of: path) }

  static func sidecar(of path: String) -> String { path.dropLast(ending.count) + sidecarEnding }
  static func name(of path: String) -> String {
    String(
      path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
        .dropLast(ending.count))
  }

  /// How the name of a text's file ends.
  static let ending = ".md"
  /// How the name of the file beside it ends.
  static let sidecarEnding = ".draft"

  /// Writes a new draft, durably; if that fails, nothing of it is left.
  init(
    in folder: String, name: String, text: String, origin: DraftOrigin
  ) throws {
    try Self.makeFolder(folder)
    path = "\(folder)/\(name)\(Self.ending)"
    let sidecar = Self.sidecar(of: path)
    let unnamed = sidecar + ".new"
    do {
      // The sidecar is locked before it gets the name under which others look for it.
      try PrivateFile.make(unnamed, of: origin.bytes)
      lock = DraftLock(unnamed, LOCK_SH)
      rename(unnamed, sidecar)
      try PrivateFile.make(path, of: Array(text.utf8))
      // If the folder cannot be synced, the names are lost only if the power fails at once.
      _ = PrivateFile.syncFolder(of: path)
    } catch {
      unlink(unnamed)
      unlink(sidecar)
      throw error
    }
  }

  /// Takes over a draft that was left behind; `nil` while it is in use.
  init?(takingOver path: String) {
    let sidecar = Self.sidecar(of: path)
    // A text without a sidecar cannot be locked, and nobody uses it.
    guard access(sidecar, F_OK) == 0 else {
      self.path = path
      lock = nil
      return
    }
    guard let lock = DraftLock(sidecar, LOCK_EX) else { return nil }
    self.path = path
    self.lock = lock
  }

  /// What the text's file holds now; `nil` if it is gone.
  func bytes() -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0) }
  }

  /// Takes both files away.
  func discard() {
    unlink(path)
    unlink(sidecar)
  }

  /// Makes the folder of drafts if it does not exist yet.
  private static func makeFolder(_ folder: String) throws {
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw StoreFailure.notWritable("\(folder): \(String(cString: strerror(errno)))")
    }
  }

  /// Writes a text without a sidecar, durably, because nobody knows where it belongs; returns its
  /// path.
  static func write(_ text: String, in folder: String, name: String) throws -> String {
    try makeFolder(folder)
    let path = "\(folder)/\(name)\(ending)"
    try PrivateFile.make(path, of: Array(text.utf8))
    return path
  }
}
