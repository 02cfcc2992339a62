internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitWire

// What a backup holds proves itself as what a relay gives does: the genesis is the one that the
// manifest names, whoever signed an envelope was let in by what stands before it, and each log has no
// gap. A few dozen bytes are remembered of each envelope, and none is kept.

/// What a backup was found to hold, as far as it has been read.
struct BackupContents {
  private var manifest: BackupManifest?
  private var roster: Roster?
  private var logs: [EnvelopeID: (device: DeviceID, number: UInt64)] = [:]
  private var files: Set<String> = []
  private var entries = 0
  private var changes = 0
  private var sealed = 0
  private var newest: UInt64?

  /// Takes the next record.
  /// - Throws: ``BackupFailure`` if it does not prove itself.
  mutating func take(_ record: BackupRecord) throws(BackupFailure) {
    switch record {
    case .draft(let path, _):
      guard DraftFolder.isPlace(path) else { throw .damaged }
      files.insert(path)
    case .manifest(let manifest): self.manifest = manifest
    case .envelope(let bytes):
      guard let manifest, let envelope = try? Envelope(parsing: bytes) else { throw .damaged }
      do throws(EnvelopeFailure) {
        try verify(envelope, of: manifest)
      } catch {
        throw .damaged
      }
      try place(envelope)
      if envelope.header.kind == .change { open(envelope, manifest.keyring) }
    case .end(_, _, let entries): self.entries = entries
    }
  }

  private mutating func verify(
    _ envelope: Envelope, of manifest: BackupManifest
  ) throws(EnvelopeFailure) {
    guard let roster else {
      guard envelope.id == manifest.genesis, envelope.header.journal == manifest.journal else {
        throw EnvelopeFailure(layer: .semantic, what: "genesis")
      }
      return roster = try Roster(genesis: envelope)
    }
    try roster.verify(envelope)
    // One with records that make no sense is kept without effect, as it is where it came from.
    if envelope.header.kind == .control { try? self.roster?.fold(verified: envelope) }
  }

  private mutating func place(_ envelope: Envelope) throws(BackupFailure) {
    let header = envelope.header
    if header.number > 1 {
      guard let previous = logs[header.previous], previous.device == header.device,
        previous.number + 1 == header.number
      else { throw .damaged }
    }
    guard logs.updateValue((header.device, header.number), forKey: envelope.id) == nil else {
      throw .damaged
    }
  }

  private mutating func open(_ envelope: Envelope, _ keyring: Keyring) {
    changes += 1
    do throws(OpeningFailure) {
      let body = try Sealer.open(envelope, with: keyring)
      guard let prefix = try? ChangePrefix(body: body) else { return }
      newest = max(newest ?? 0, prefix.timestamp.milliseconds)
    } catch {
      if error == .unknownKey { sealed += 1 }
    }
  }

  /// What it came to; `nil` without a manifest and a genesis.
  func report(byteCount: Int, isOnPaper: Bool) -> BackupReport? {
    guard let manifest, roster != nil else { return nil }
    return BackupReport(
      made: manifest.milliseconds, journal: manifest.journal, device: manifest.device,
      entries: entries, changes: changes, envelopes: logs.count, draftFiles: files.count,
      drafts: Self.drafts(of: files), newest: newest, sealed: sealed, byteCount: byteCount,
      isOnPaper: isOnPaper)
  }

  /// How many drafts some files are of.
  static func drafts(of files: Set<String>) -> Int {
    files.count { file in
      guard file.hasSuffix(".md") else { return false }
      let parts = file.dropLast(3).split(separator: "/")
      return parts.count == 1 || parts.first == parts.last
    }
  }
}
