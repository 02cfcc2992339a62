internal import Foundation
internal import Synchronization

/// Folders in memory where the machine has one, which are gone when the simulation is.
package enum Scratch {
  private static let count = Mutex(0)

  /// Makes a new folder; its path holds no link.
  package static func make() throws -> String {
    let number = count.withLock { count in
      count += 1
      return count
    }
    let memory = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
    let root = URL(filePath: memory).resolvingSymlinksInPath().path
    let process = ProcessInfo.processInfo.processIdentifier
    let path = "\(root)/afterwit-simulation-\(process)-\(number)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// Removes a folder with everything in it.
  package static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The files of a folder by name, but for locks and shared memory, which belong to processes.
  static func files(of folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      guard !name.hasSuffix("-shm"), !name.hasSuffix("lock"),
        let data = FileManager.default.contents(atPath: folder + "/" + name)
      else { continue }
      files[name] = Array(data)
    }
    return files
  }

  /// Makes a folder hold exactly these files.
  static func fill(_ folder: String, with files: [String: [UInt8]]) throws {
    remove(folder)
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    for (name, bytes) in files {
      let path = folder + "/" + name
      guard
        FileManager.default.createFile(
          atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
      else { throw CocoaError(.fileWriteUnknown) }
    }
  }
}
