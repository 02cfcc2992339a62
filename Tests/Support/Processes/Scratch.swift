internal import FoundationEssentials
internal import Glibc

/// A folder of one test, taken away when the test ends.
public struct Scratch: Sendable {
  /// The folder's path.
  public let path: String

  /// Runs a body with a new folder.
  public static func with<Value>(_ body: (Scratch) async throws -> Value) async throws -> Value {
    var template = Array((FileManager.default.temporaryDirectory.path + "/aw-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw POSIXFailure(number: errno) }
    let name = template.dropLast().map { UInt8(bitPattern: $0) }
    let scratch = Scratch(path: String(decoding: name, as: UTF8.self))
    defer { try? FileManager.default.removeItem(atPath: scratch.path) }
    return try await body(scratch)
  }

  /// Writes a file into the folder and returns its path.
  @discardableResult
  public func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let file = path + "/" + name
    try Self.write(bytes, at: file)
    return file
  }

  /// Writes a file in its place.
  public static func write(_ bytes: some Sequence<UInt8>, at path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  /// Takes a file away.
  public static func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: path)
  }

  /// Every file and folder below a folder of this one, the folder itself first.
  public func paths(below name: String) -> [String] {
    let top = path + "/" + name
    let below = (try? FileManager.default.subpathsOfDirectory(atPath: top)) ?? []
    return [top] + below.map { top + "/" + $0 }
  }

  /// The permission bits of a path.
  public static func mode(of path: String) -> UInt32 {
    var information = stat()
    return lstat(path, &information) == 0 ? information.st_mode & 0o777 : 0
  }

  /// The bytes of a file; empty for anything else.
  public static func bytes(of path: String) -> [UInt8] {
    FileManager.default.contents(atPath: path).map { Array($0) } ?? []
  }
}

/// What the system answered.
public struct POSIXFailure: Error {
  let number: Int32
}
