internal import GRDB
internal import Glibc

// A home may lie where nothing can be written: in a snapshot, on a medium, in the folder of another
// user. SQLite reads a log through an index that lies in a file beside it. It makes that file where
// it is missing, even where there is no log, and fails where it cannot.
//
// A log that has its index is read like any other. Where there is no log, the file alone is the
// database, and SQLite is told that it is immutable: then it needs neither index nor locks. But
// whoever may write, through another mount for example, may do so meanwhile. So the file must be the
// same after a read as it was before it was opened, or what was read is not used. A log without its
// index was copied from a process that was at work, and cannot be read in its place.
//
// A disk that is full has no room for the index either. There the index of a log is held in memory,
// which SQLite does for a process that has the file for itself.

extension Store {
  /// What keeps this process from writing to the store, in words; `nil` if nothing does.
  static func obstacle(toWriting path: String, inFolder folder: String) -> String? {
    let beside: [String] = [path + "-wal", path + "-shm"].filter { access($0, F_OK) == 0 }
    for place in [folder, path] + beside where access(place, W_OK) != 0 {
      return "\(place): \(String(cString: strerror(errno)))"
    }
    return nil
  }

  /// Opens the file for reading alone.
  /// - Returns: The database, and whether the file counts as immutable.
  static func openToRead(_ path: String) throws -> (DatabaseQueue, isImmutable: Bool) {
    var status = stat()
    guard stat(path + "-wal", &status) == 0, status.st_size > 0 else {
      return (try DatabaseQueue(path: immutable(path), configuration: configuration(true)), true)
    }
    guard access(path + "-shm", R_OK) == 0 else { throw StoreFailure.unindexed }
    return (try DatabaseQueue(path: path, configuration: configuration(true)), false)
  }

  /// Opens the file for reading where there is no room for the index of its log.
  /// - Returns: The database, and whether the file counts as immutable.
  static func openWithoutRoom(_ path: String) throws -> (DatabaseQueue, isImmutable: Bool) {
    var status = stat()
    guard stat(path + "-wal", &status) == 0, status.st_size > 0 else {
      return (try DatabaseQueue(path: immutable(path), configuration: configuration(true)), true)
    }
    return (
      try DatabaseQueue(path: path, configuration: configuration(false, isAlone: true)), false
    )
  }

  /// The name under which SQLite takes a file for immutable (https://www.sqlite.org/uri.html).
  private static func immutable(_ path: String) -> String {
    let plain = Set("/-._~".utf8)
    let name = path.utf8.map { byte in
      let character = Character(UnicodeScalar(byte))
      let isPlain =
        plain.contains(byte) || byte < 0x80 && (character.isLetter || character.isNumber)
      return isPlain ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    return "file:" + (path.hasPrefix("/") ? "//" : "") + name + "?immutable=1"
  }
}
