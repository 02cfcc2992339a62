internal import AfterwitStore
internal import FoundationEssentials
internal import Glibc

// Whoever uses a draft holds a shared lock on its sidecar: the command, and the shell that runs the
// editor. So a draft stays in use if the command is killed while the editor lives on. Recovering and
// dropping need an exclusive lock.
//
// The sidecar is durable before the text is made, and is the last to go. So every text has its
// sidecar, and a sidecar without a text was left by a crash.

/// The files of a draft, and the lock on them while this value lives.
struct DraftFile: Sendable {
  /// Where they lie.
  let place: DraftPlace
  private let lock: DraftLock?

  /// The file of the text.
  var path: String { place.text }
  /// What people call the draft.
  var name: String { place.name }

  /// Writes a new draft, durably; if that fails, nothing of it is left.
  init(
    in drafts: String, name: String, text: [UInt8], origin: DraftOrigin
  ) throws {
    place = DraftPlace(name, in: drafts)
    try Self.makeFolder(drafts)
    lock = try Self.writeSidecar(origin, of: place)
    do {
      try Self.write(text, to: place)
    } catch {
      unlink(place.sidecar)
      throw error
    }
  }

  /// Opens a draft again that was taken over, with another origin for the same text.
  init(renewing left: DraftFile, as origin: DraftOrigin) throws {
    place = left.place
    lock = try Self.writeSidecar(origin, of: place)
  }

  /// Takes over a draft that was left behind; `nil` while it is in use.
  init?(takingOver place: DraftPlace) {
    self.place = place
    // A text without a sidecar cannot be locked, and nobody uses it.
    guard access(place.sidecar, F_OK) == 0 else {
      lock = nil
      return
    }
    guard let lock = DraftLock(place.sidecar, LOCK_EX) else { return nil }
    self.lock = lock
  }

  /// What the text's file holds now; `nil` if it is gone.
  func bytes() -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0) }
  }

  /// Gives the text's file other bytes, durably; whatever happens, it holds the one or the other.
  func rewrite(_ text: [UInt8]) throws {
    try PrivateFile.replace(path, by: text)
  }

  /// Takes all files away.
  func discard() {
    unlink(path)
    if let folder = place.folder {
      try? FileManager.default.removeItem(atPath: folder)
    } else if DraftOrigin(at: place.sidecar) != nil {
      for leftover in leftovers() { unlink(leftover) }
    }
    unlink(place.sidecar)
  }

  /// Writes a text without a sidecar, durably, because nobody knows where it belongs; returns its
  /// path.
  static func write(_ text: [UInt8], in drafts: String, name: String) throws -> String {
    let place = DraftPlace(name, in: drafts)
    try makeFolder(drafts)
    try write(text, to: place)
    return place.text
  }

  /// Writes where a text belongs, durably; returns the lock on it.
  private static func writeSidecar(
    _ origin: DraftOrigin, of place: DraftPlace
  ) throws -> DraftLock? {
    let unnamed = place.sidecar + ".new"
    try PrivateFile.make(unnamed, of: origin.bytes)
    // It is locked before it gets the name under which others look for it.
    let lock = DraftLock(unnamed, LOCK_SH)
    rename(unnamed, place.sidecar)
    return lock
  }

  /// Makes the folder and the file of a text; if that fails, nothing of them is left.
  private static func write(_ text: [UInt8], to place: DraftPlace) throws {
    let folder = place.folder ?? ""
    try makeFolder(folder)
    do {
      try PrivateFile.make(place.text, of: text)
    } catch {
      rmdir(folder)
      throw error
    }
    // If the folders cannot be synced, the names are lost only if the power fails at once.
    _ = PrivateFile.syncFolder(of: place.text) && PrivateFile.syncFolder(of: place.sidecar)
  }

  /// Makes a folder if it does not exist yet.
  private static func makeFolder(_ folder: String) throws {
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      throw StoreFailure.notWritable("\(folder): \(String(cString: strerror(errno)))")
    }
  }
}
