internal import FoundationEssentials

/// What lies in a test's folder, held in memory: files and folders with their bytes and permissions.
public struct FolderImage: Sendable {
  private struct Item {
    let path: String
    let mode: UInt32
    /// The bytes of a file; `nil` for a folder.
    let bytes: [UInt8]?
  }

  /// Folders before what lies in them.
  private let items: [Item]

  /// Reads a folder in which nothing runs any more.
  public init(of scratch: Scratch) throws {
    items = try FileManager.default.subpathsOfDirectory(atPath: scratch.path).sorted().map { name in
      let path = scratch.path + "/" + name
      var isFolder = false
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      return Item(
        path: name, mode: Scratch.mode(of: path),
        bytes: isFolder ? nil : Scratch.bytes(of: path))
    }
  }

  /// Writes everything into another folder.
  public func lay(in scratch: Scratch) throws {
    for item in items {
      let path = scratch.path + "/" + item.path
      if let bytes = item.bytes {
        try Scratch.write(bytes, at: path)
      } else {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      }
      try FileManager.default.setAttributes([.posixPermissions: Int(item.mode)], ofItemAtPath: path)
    }
  }
}
