internal import GRDBSQLite
internal import Glibc
internal import Synchronization

/// SQLite's way to files in this process: the real one, but for the folders of simulated disks.
///
/// It becomes the default way when it is first asked for, because production code opens databases
/// without naming one (https://sqlite.org/vfs.html). Every other file goes the real way untouched.
final class SimulatedFileSystem: Sendable {
  static let shared = SimulatedFileSystem()

  private let disks = Mutex<[String: SimulatedDisk]>([:])
  /// Where the real way's table lies.
  private let realAddress: Int

  private init() {
    guard let real = sqlite3_vfs_find(nil) else {
      preconditionFailure("SQLite has a way to files")
    }
    realAddress = Int(bitPattern: real)
    let table = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    table.initialize(to: real.pointee)
    table.pointee.pNext = nil
    // The table and its name are never freed: SQLite may use them until the process ends.
    table.pointee.zName = UnsafePointer(strdup("simulated"))
    table.pointee.szOsFile = max(real.pointee.szOsFile, Int32(MemoryLayout<FileShim>.size))
    table.pointee.xOpen = { _, name, file, flags, given in
      SimulatedFileSystem.shared.open(name, file, flags, given)
    }
    table.pointee.xDelete = { _, name, syncsFolder in
      SimulatedFileSystem.shared.delete(name, syncsFolder)
    }
    let result = sqlite3_vfs_register(table, 1)
    precondition(result == SQLITE_OK, "SQLite takes another way to files")
  }

  var real: UnsafeMutablePointer<sqlite3_vfs> {
    guard let real = UnsafeMutablePointer<sqlite3_vfs>(bitPattern: realAddress) else {
      preconditionFailure("the real way's table lies somewhere")
    }
    return real
  }

  func add(_ disk: SimulatedDisk) {
    disks.withLock { $0[disk.folder] = disk }
  }

  func remove(_ disk: SimulatedDisk) {
    disks.withLock { $0[disk.folder] = nil }
  }

  private func disk(of path: String) -> SimulatedDisk? {
    guard let slash = path.lastIndex(of: "/") else { return nil }
    let folder = String(path[..<slash])
    return disks.withLock { $0[folder] }
  }

  private func open(
    _ name: UnsafePointer<CChar>?, _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32,
    _ given: UnsafeMutablePointer<Int32>?
  ) -> Int32 {
    guard let file, let name, let disk = disk(of: String(cString: name)) else {
      return real.pointee.xOpen(real, name, file, flags, given)
    }
    file.pointee.pMethods = nil
    guard disk.open() else { return SQLITE_CANTOPEN }
    let size = Int(real.pointee.szOsFile)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    let under = memory.bindMemory(to: sqlite3_file.self, capacity: 1)
    let result = real.pointee.xOpen(real, name, under, flags, given)
    guard result == SQLITE_OK else {
      memory.deallocate()
      disk.close()
      return result
    }
    FileShim.install(SimulatedFile(under: under, path: String(cString: name), disk: disk), in: file)
    return SQLITE_OK
  }

  private func delete(_ name: UnsafePointer<CChar>?, _ syncsFolder: Int32) -> Int32 {
    if let name, let disk = disk(of: String(cString: name)) {
      guard disk.delete(String(cString: name)) else { return SQLITE_IOERR | (10 << 8) }
    }
    return real.pointee.xDelete(real, name, syncsFolder)
  }
}
