internal import Glibc

// A database may be a link to a file that lies elsewhere. SQLite keeps the log beside the file, and
// so must everything else be that belongs to it: two homes that link to one file are one store, and
// take turns under one lock.

extension Store {
  private static let name = "journal.sqlite"

  /// The path of the database of a folder; where that is a link, of the file that it leads to.
  public static func databasePath(inFolder folder: String) -> String {
    let path = folder + "/" + name
    return target(of: path) ?? path
  }

  /// The path of the lock: it lies beside the file.
  static func lockPath(inFolder folder: String) -> String {
    let path = databasePath(inFolder: folder)
    guard path != folder + "/" + name, let slash = path.lastIndex(of: "/") else {
      return folder + "/lock"
    }
    return path[..<slash] + "/lock"
  }

  /// What is unusual about the places of a folder's store, as far as it can be seen.
  public static func oddities(inFolder folder: String) -> [StoreOddity] {
    var oddities: [StoreOddity] = []
    var status = stat()
    if stat(folder, &status) == 0, status.st_mode & 0o077 != 0 {
      oddities.append(.open(folder: folder, mode: UInt32(status.st_mode & 0o777)))
    }
    let path = folder + "/" + name
    if let target = target(of: path) { oddities.append(.link(path, to: target)) }
    if stat(path, &status) == 0, status.st_nlink > 1 { oddities.append(.severalNames(path)) }
    return oddities
  }

  /// Where a link leads; `nil` for what is none, or leads nowhere.
  private static func target(of path: String) -> String? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK,
      let resolved = realpath(path, nil)
    else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
