internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire
internal import Glibc

/// Writes a backup, a record at a time.
struct BackupWriter {
  private let file: NewFile
  private var sealer: BackupSealer
  private(set) var byteCount = 0
  private(set) var files: Set<String> = []
  private(set) var envelopes = 0

  init(_ file: NewFile, header: BackupHeader, key: BackupKey) throws {
    self.file = file
    sealer = BackupSealer(key: key)
    try append(header.bytes)
  }

  mutating func write(_ record: BackupRecord) throws {
    switch record {
    case .draft(let path, _): files.insert(path)
    case .envelope: envelopes += 1
    case .manifest, .end: break
    }
    try append(sealer.seal(record.bytes))
  }

  /// Writes the files of a folder of drafts; what is gone by the time it is read was saved or dropped.
  mutating func write(_ folder: DraftFolder) throws {
    for path in folder.files() {
      guard path.utf8.count <= BackupRecord.pathByteLimit,
        let source = try? ReadFile("\(folder.path)/\(path)")
      else { continue }
      guard source.byteCount <= DraftFolder.fileLimit else {
        throw DeviceFailure.backup(
          .largeDraft(path: source.path, limit: DraftFolder.fileLimit))
      }
      repeat {
        let bytes = try source.read(BackupRecord.pieceByteCount)
        guard !bytes.isEmpty || !files.contains(path) else { break }
        try write(.draft(path: path, bytes: bytes))
      } while true
    }
  }

  /// Writes the last chunk, and gives the file its name.
  mutating func finish() throws {
    try append(sealer.finish())
    try file.finish()
  }

  private mutating func append(_ bytes: [UInt8]) throws {
    guard !bytes.isEmpty else { return }
    try file.append(bytes)
    byteCount += bytes.count
  }
}
