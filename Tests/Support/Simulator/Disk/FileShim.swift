internal import GRDBSQLite

/// What SQLite sees of a simulated file: the table of its calls, and the file.
struct FileShim {
  private var base: sqlite3_file
  private var file: Unmanaged<SimulatedFile>

  /// Puts a file where SQLite keeps its own.
  static func install(_ file: SimulatedFile, in place: UnsafeMutablePointer<sqlite3_file>) {
    guard let calls = UnsafePointer<sqlite3_io_methods>(bitPattern: callsAddress) else { return }
    UnsafeMutableRawPointer(place).initializeMemory(
      as: FileShim.self,
      to: FileShim(base: sqlite3_file(pMethods: calls), file: .passRetained(file)))
  }

  private static func file(_ place: UnsafeMutablePointer<sqlite3_file>?) -> SimulatedFile {
    guard let place else { preconditionFailure("SQLite names the file it calls") }
    return UnsafeMutableRawPointer(place).assumingMemoryBound(to: FileShim.self)
      .pointee.file.takeUnretainedValue()
  }

  private static func release(_ place: UnsafeMutablePointer<sqlite3_file>?) {
    guard let place else { return }
    UnsafeMutableRawPointer(place).assumingMemoryBound(to: FileShim.self).pointee.file.release()
  }

  /// Where the table of calls lies, for as long as the process lives.
  private static let callsAddress: Int = {
    let table = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    table.initialize(to: calls)
    return Int(bitPattern: table)
  }()

  /// Version 2 of the table has shared memory and no mapped reads.
  private static var calls: sqlite3_io_methods {
    sqlite3_io_methods(
      iVersion: 2,
      xClose: { place in
        let result = FileShim.file(place).close()
        FileShim.release(place)
        return result
      },
      xRead: { FileShim.file($0).read(into: $1, $2, at: $3) },
      xWrite: { FileShim.file($0).write($1, $2, at: $3) },
      xTruncate: { FileShim.file($0).truncate(to: $1) },
      xSync: { place, _ in FileShim.file(place).sync() },
      xFileSize: { place, size in
        let file = FileShim.file(place)
        guard file.isAlive else { return SQLITE_IOERR | (7 << 8) }
        return file.under.pointee.pMethods.pointee.xFileSize(file.under, size)
      },
      xLock: { place, level in
        let file = FileShim.file(place)
        guard file.isAlive else { return SQLITE_IOERR | (15 << 8) }
        return file.under.pointee.pMethods.pointee.xLock(file.under, level)
      },
      xUnlock: { place, level in
        let under = FileShim.file(place).under
        return under.pointee.pMethods.pointee.xUnlock(under, level)
      },
      xCheckReservedLock: { place, result in
        let under = FileShim.file(place).under
        return under.pointee.pMethods.pointee.xCheckReservedLock(under, result)
      },
      xFileControl: { place, verb, argument in
        let under = FileShim.file(place).under
        return under.pointee.pMethods.pointee.xFileControl(under, verb, argument)
      },
      xSectorSize: { place in
        let under = FileShim.file(place).under
        return under.pointee.pMethods.pointee.xSectorSize(under)
      },
      xDeviceCharacteristics: { place in
        let under = FileShim.file(place).under
        return under.pointee.pMethods.pointee.xDeviceCharacteristics(under)
      },
      xShmMap: { place, page, size, extends, result in
        let file = FileShim.file(place)
        guard file.isAlive else { return SQLITE_IOERR | (21 << 8) }
        return file.under.pointee.pMethods.pointee.xShmMap(file.under, page, size, extends, result)
      },
      xShmLock: { place, first, count, flags in
        let file = FileShim.file(place)
        guard file.isAlive || flags & SQLITE_SHM_UNLOCK != 0 else {
          return SQLITE_IOERR | (20 << 8)
        }
        return file.under.pointee.pMethods.pointee.xShmLock(file.under, first, count, flags)
      },
      xShmBarrier: { place in
        let under = FileShim.file(place).under
        under.pointee.pMethods.pointee.xShmBarrier(under)
      },
      xShmUnmap: { place, deletes in
        let file = FileShim.file(place)
        return file.under.pointee.pMethods.pointee.xShmUnmap(
          file.under, file.isAlive ? deletes : 0)
      },
      xFetch: nil, xUnfetch: nil)
  }
}
