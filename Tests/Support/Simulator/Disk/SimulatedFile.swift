internal import GRDBSQLite

/// One open file of a simulated disk, in front of the real one.
///
/// SQLite calls it on the thread that has the connection, one call at a time.
final class SimulatedFile {
  let under: UnsafeMutablePointer<sqlite3_file>
  private let path: String
  private let disk: SimulatedDisk

  init(under: UnsafeMutablePointer<sqlite3_file>, path: String, disk: SimulatedDisk) {
    self.under = under
    self.path = path
    self.disk = disk
  }

  var isAlive: Bool { disk.isAlive() }

  func close() -> Int32 {
    let result = under.pointee.pMethods.pointee.xClose(under)
    UnsafeMutableRawPointer(under).deallocate()
    disk.close()
    return result
  }

  func read(into bytes: UnsafeMutableRawPointer?, _ count: Int32, at offset: Int64) -> Int32 {
    guard isAlive else { return SQLITE_IOERR | (1 << 8) }
    return under.pointee.pMethods.pointee.xRead(under, bytes, count, offset)
  }

  func write(_ bytes: UnsafeRawPointer?, _ count: Int32, at offset: Int64) -> Int32 {
    guard let bytes else { return SQLITE_IOERR }
    switch disk.admitWrite(of: Int(count)) {
    case .dead: return SQLITE_IOERR | (3 << 8)
    case .done: return write(bytes, Int(count), at: Int(offset))
    case .full(let part):
      if part > 0 { _ = write(bytes, part, at: Int(offset)) }
      return SQLITE_FULL
    }
  }

  private func write(_ bytes: UnsafeRawPointer, _ count: Int, at offset: Int) -> Int32 {
    guard let size else { return SQLITE_IOERR }
    let after = Array(UnsafeRawBufferPointer(start: bytes, count: count))
    let before = present(offset..<min(size, offset + count))
    disk.keep(
      SimulatedDisk.Piece(offset: offset, before: before, after: after), of: path, size: size)
    return under.pointee.pMethods.pointee.xWrite(under, bytes, Int32(count), Int64(offset))
  }

  func truncate(to length: Int64) -> Int32 {
    guard disk.admitWrite(of: 0) != .dead, let size else { return SQLITE_IOERR | (6 << 8) }
    let before = present(Int(length)..<max(Int(length), size))
    disk.keep(
      SimulatedDisk.Piece(offset: Int(length), before: before, after: nil), of: path, size: size)
    return under.pointee.pMethods.pointee.xTruncate(under, length)
  }

  func sync() -> Int32 {
    // The real file system loses nothing in a simulation, so it is not made to wait.
    disk.sync(path)
  }

  private var size: Int? {
    var size: Int64 = 0
    let result = under.pointee.pMethods.pointee.xFileSize(under, &size)
    return result == SQLITE_OK ? Int(size) : nil
  }

  /// What stands in a part of the file now.
  private func present(_ range: Range<Int>) -> [UInt8] {
    guard !range.isEmpty else { return [] }
    return [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      _ = under.pointee.pMethods.pointee.xRead(
        under, buffer.baseAddress, Int32(range.count), Int64(range.lowerBound))
      count = range.count
    }
  }
}
