internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

// A restoration is one transaction: whenever the process dies, the home is free as before, or holds all
// of it. What comes is taken in as if it had come from a relay, so that a backup can bring nothing that
// a relay could not. The keys of the machine that made it are not in it: this one draws its own, which
// nobody has let in yet (AW-BACKUP-7).

extension Device {
  /// Puts everything that a backup holds into a home that is free.
  ///
  /// The home is no device of the journal yet: it reads, and keeps what is written as drafts, until it
  /// joins or is recovered.
  /// - Throws: ``DeviceFailure``; then the home is free as before.
  public static func restore(
    _ backup: OpenedBackup, openedBy secret: BackupSecret, in free: FreeHome,
    environment: Environment
  ) throws(DeviceFailure) -> BackupReport {
    let home = free.home
    return try DeviceFailure.naming {
      let key = try backup.key(secret)
      let isNew = !home.exists
      let store = try Store.create(inFolder: home.path)
      defer { store.close() }
      do {
        try store.upgradeIfNeeded()
        home.sweepRestoring()
        let report = try store.write { transaction in
          var restoring = Restoring(backup, key, of: transaction, in: home, environment)
          return try restoring.perform()
        }
        home.finishRestoring()
        return report
      } catch {
        // Then it may all be there, and the drafts belong to it.
        if case .inDoubt? = error as? StoreFailure { throw error }
        store.close()
        home.sweepRestoring()
        if isNew { home.remove() }
        throw (error as? BackupFailure).map { backup.failure($0) } ?? error
      }
    }
  }
}

/// One restoration, in its transaction.
private struct Restoring {
  /// How many envelopes, and how many bytes of them, are taken in at a time.
  private static let portion = (count: 4096, bytes: 1 << 20)

  private let backup: OpenedBackup
  private let key: BackupKey
  private let transaction: Transaction
  private let home: Home
  private let environment: Environment
  private let drafts: DraftFolder
  private var contents = BackupContents()
  private var identity: Identity?
  private var pending: [[UInt8]] = []
  private var pendingBytes = 0
  private var files: Set<String> = []
  private var admitted = 0

  init(
    _ backup: OpenedBackup, _ key: BackupKey, of transaction: Transaction, in home: Home,
    _ environment: Environment
  ) {
    (self.backup, self.key, self.transaction) = (backup, key, transaction)
    (self.home, self.environment) = (home, environment)
    drafts = DraftFolder(path: home.restoring)
  }

  mutating func perform() throws -> BackupReport {
    try backup.forEachRecord(key) { try take($0) }
    try admitWhatCame()
    let report = contents.report(byteCount: backup.byteCount, isOnPaper: backup.isOnPaper)
    guard let report, admitted == report.envelopes else { throw BackupFailure.damaged }
    try drafts.sync(files)
    return report
  }

  private mutating func take(_ record: BackupRecord) throws {
    try contents.take(record)
    switch record {
    case .draft(let path, let bytes):
      try drafts.append(bytes, to: path)
      files.insert(path)
    case .manifest(let manifest): try found(manifest)
    case .envelope(let bytes):
      pending.append(bytes)
      pendingBytes += bytes.count
      if pending.count == Self.portion.count || pendingBytes >= Self.portion.bytes {
        try admitWhatCame()
      }
    case .end: break
    }
  }

  /// Makes this home's own keys, and keeps those of the journal.
  private mutating func found(_ manifest: BackupManifest) throws {
    var random = environment.random
    let identity = Identity(
      journal: manifest.journal, genesis: manifest.genesis, keys: DeviceKeys(using: &random))
    try identity.save(transaction, in: home)
    try transaction.setProperty(.keyring, to: manifest.keyring.bytes)
    try transaction.setMoment(manifest.milliseconds, of: .restored)
    self.identity = identity
  }

  private mutating func admitWhatCame() throws {
    guard let identity, !pending.isEmpty else { return }
    var admitter = try Admitter(transaction, identity: identity)
    // Their signatures were checked when they were read.
    admitted += try admitter.admit(pending.map(IncomingEnvelope.init(verified:))).new
    (pending, pendingBytes) = ([], 0)
  }
}
