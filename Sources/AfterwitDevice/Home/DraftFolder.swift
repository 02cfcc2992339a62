internal import AfterwitStore
internal import FoundationEssentials
internal import Glibc

/// The files in a folder of drafts, as a backup takes them along.
struct DraftFolder {
  /// The longest file that is taken along, in bytes.
  static let fileLimit = 256 << 20

  let path: String

  /// The files by their paths in the folder: the drafts' own, and what editors left beside their texts.
  func files() -> [String] {
    names(in: path).flatMap { name in
      isFolder(name) ? names(in: "\(path)/\(name)").map { "\(name)/\($0)" } : [name]
    }.filter(isFile)
  }

  /// Whether a path in the folder can be one of a draft's file, and leads nowhere else.
  static func isPlace(_ file: String) -> Bool {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    return 1...2 ~= parts.count
      && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.contains("\0") }
  }

  /// Adds bytes to the end of a file, which is made with its folder if it is not there.
  func append(_ bytes: [UInt8], to file: String) throws {
    precondition(Self.isPlace(file), "a reader refuses any other")
    let parts = file.split(separator: "/")
    for folder in [path] + (parts.count == 2 ? ["\(path)/\(parts[0])"] : []) {
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
        throw StoreFailure.notWritable("\(folder): \(String(cString: strerror(errno)))")
      }
    }
    try PrivateFile.append(bytes, to: "\(path)/\(file)")
  }

  /// Makes files durable that were written here, with their names.
  func sync(_ files: Set<String>) throws {
    for file in files.sorted() {
      let path = "\(path)/\(file)"
      guard PrivateFile.sync(path) else {
        throw StoreFailure.input("\(path): \(String(cString: strerror(errno)))")
      }
      _ = PrivateFile.syncFolder(of: path)
    }
    if !files.isEmpty {
      _ = PrivateFile.syncFolder(of: path + "/.") && PrivateFile.syncFolder(of: path)
    }
  }

  private func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  private func isFolder(_ name: String) -> Bool { mode(of: name) == S_IFDIR }
  private func isFile(_ name: String) -> Bool { mode(of: name) == S_IFREG }

  private func mode(of name: String) -> mode_t {
    var found = stat()
    return lstat("\(path)/\(name)", &found) == 0 ? found.st_mode & S_IFMT : 0
  }
}
