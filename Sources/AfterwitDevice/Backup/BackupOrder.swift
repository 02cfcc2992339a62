internal import AfterwitSealing

/// Checks that the records of a backup are those of a whole one (AW-BACKUP-5).
struct BackupOrder {
  private var files: Set<String> = []
  private var envelopes = 0
  private var hasManifest = false
  private var hasEnd = false

  /// Takes the next record.
  mutating func take(_ record: BackupRecord) throws(BackupFailure) {
    guard !hasEnd else { throw .damaged }
    switch record {
    case .draft(let path, _):
      guard !hasManifest else { throw .damaged }
      files.insert(path)
    case .manifest:
      guard !hasManifest else { throw .damaged }
      hasManifest = true
    case .envelope:
      guard hasManifest else { throw .damaged }
      envelopes += 1
    case .end(let files, let envelopes, _):
      guard hasManifest, files == self.files.count, envelopes == self.envelopes else {
        throw .damaged
      }
      hasEnd = true
    }
  }

  /// Ends; `isAtEnd` is whether nothing of a further record is left.
  func finish(isAtEnd: Bool) throws(BackupFailure) {
    guard hasEnd, isAtEnd else { throw .damaged }
  }
}
