internal import AfterwitSealing
internal import AfterwitStore

/// A backup that can be read, once it is known what opens it.
public struct OpenedBackup: Sendable {
  /// Where it lies.
  public let path: String
  private let file: ReadFile
  private let header: BackupHeader

  /// Reads the head of a file.
  /// - Throws: ``DeviceFailure/backup(_:)``.
  public init(_ path: String) throws(DeviceFailure) {
    do {
      file = try ReadFile(path)
      header = try BackupHeader(beginning: file.read(BackupHeader.byteLimit))
      self.path = path
    } catch {
      throw Self.failure(error, path: path, isOnPaper: false)
    }
  }

  /// Whether a recovery secret opens it, and no passphrase.
  public var isOnPaper: Bool {
    if case .recovery = header.lock { true } else { false }
  }

  /// How many bytes it has.
  var byteCount: Int { file.byteCount }

  /// The key that a person's secret gives.
  func key(_ secret: BackupSecret) throws(DeviceFailure) -> BackupKey {
    do {
      switch secret {
      case .passphrase(let text): return try header.key(passphrase: text)
      case .paper(let text):
        let secret = try RecoverySecret(typed: text)
        return try header.key(recovery: secret)
      }
    } catch {
      throw failure(error)
    }
  }

  /// Hands over each record in its order; the last one is the end.
  /// - Throws: ``DeviceFailure/backup(_:)``, also if the records are not those of a whole backup; or what
  ///   the body throws.
  func forEachRecord(_ key: BackupKey, _ body: (BackupRecord) throws -> Void) throws {
    do {
      try file.go(to: header.byteCount)
      var (opener, reader, order) = (BackupOpener(key: key), BackupRecordReader(), BackupOrder())
      var chunk = try file.read(BackupOpener.chunkByteCount)
      var isLast = false
      repeat {
        let next = try file.read(BackupOpener.chunkByteCount)
        isLast = next.isEmpty
        for record in try reader.read(opener.open(chunk, isLast: isLast)) {
          try order.take(record)
          try body(record)
        }
        chunk = next
      } while !isLast
      try order.finish(isAtEnd: reader.isAtEnd)
    } catch let failure as BackupFailure {
      throw self.failure(failure)
    } catch let failure as FileFailure where failure.path == path {
      throw self.failure(failure)
    }
  }

  /// What a failure of reading means.
  func failure(_ error: any Error) -> DeviceFailure {
    Self.failure(error, path: path, isOnPaper: isOnPaper)
  }

  private static func failure(
    _ error: any Error, path: String, isOnPaper: Bool
  ) -> DeviceFailure {
    switch error {
    case let failure as BackupFailure:
      .backup(BackupFact(failure, path: path, isOnPaper: isOnPaper))
    case let failure as FileFailure:
      .backup(.file(.notReadable(path: failure.path, reason: failure.reason)))
    default: DeviceFailure(cause: error)
    }
  }
}
