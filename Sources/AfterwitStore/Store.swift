internal import GRDB
internal import Glibc
internal import Synchronization

/// One device's SQLite file: every envelope as it came, and the views derived from them.
///
/// The log of envelopes, the keys and a few properties are ground state; everything else can be
/// dropped and rebuilt. Reads see one snapshot; writes of all processes take turns.
///
/// ```swift
/// let folder = FileManager.default.temporaryDirectory.path + "/" + UUID().uuidString
/// defer { try? FileManager.default.removeItem(atPath: folder) }
/// let store = try Store.create(inFolder: folder)
/// try store.write { transaction in
///   try transaction.setProperty(.deviceName, to: Array("desk".utf8))
/// }
/// let name = try store.read { transaction in try transaction.property(.deviceName) }
/// #expect(name == Array("desk".utf8))
/// store.close()
/// ```
public final class Store: Sendable {
  /// The number of the schema this version reads and writes.
  ///
  /// It also goes up if views are derived differently or have other bytes, and with a toolchain that
  /// folds letters by another version of Unicode. Otherwise the views of entries that nobody touches
  /// again would stay as they were (Protocol/decisions/18).
  public static let schemaVersion = 12
  /// Marks the file as ours: `Afwt`.
  static let applicationID = 0x4166_7774
  /// A write also checkpoints once the write-ahead log has this length, in bytes.
  private static let checkpointThreshold = 4 << 20

  let queue: DatabaseQueue
  let lock: FileLock
  let path: String
  let replayMemory = ReplayMemory()
  /// Whether the disk is known to have kept the log that was found.
  let isLogRenewed = Mutex(false)
  private let file: FileIdentity?
  /// What keeps this process from writing.
  let obstacle: StoreFailure?
  /// How the file was when it was opened as immutable; `nil` if it was opened otherwise.
  private let immutableState: FileState?
  private let isClosed = Mutex(false)
  private let isWritten = Mutex(false)

  /// Whether a transaction of this process has written here.
  public var hasWritten: Bool { isWritten.withLock { $0 } }

  /// Makes a store in a folder, which is created 0700 if absent and made private if it exists.
  /// - Throws: ``StoreFailure``.
  public static func create(inFolder folder: String) throws(StoreFailure) -> Store {
    try makePrivate(folder: folder)
    let path = databasePath(inFolder: folder)
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .notWritable("\(path): \(String(cString: strerror(errno)))")
    }
    Glibc.close(descriptor)
    return try Store(inFolder: folder)
  }

  /// Opens the store of a folder; a file of an earlier version stays as it is until
  /// ``upgrade(deriving:)``.
  ///
  /// Where nothing can be written, or the disk is full, the store is opened for reading alone.
  /// - Throws: ``StoreFailure``.
  public init(inFolder folder: String) throws(StoreFailure) {
    path = Self.databasePath(inFolder: folder)
    lock = FileLock(path: Self.lockPath(inFolder: folder))
    do {
      // Read before the file is opened: if another file takes its place meanwhile, that is noticed.
      file = FileIdentity(of: path)
      let state = FileState(of: path)
      try Self.requireReadable(path)
      let opened = try Self.opened(path, inFolder: folder, lock: lock)
      (queue, obstacle) = (opened.queue, opened.obstacle)
      immutableState = opened.isImmutable ? state : nil
    } catch {
      throw StoreFailure(naming: error)
    }
  }

  deinit { close() }

  /// Closes the file; the store can neither read nor write afterwards, and closing it again does
  /// nothing.
  ///
  /// Closing the last connection checkpoints and removes the log, so it takes a turn under the
  /// lock. If another process has the turn, it may be copying the files. Then the connection stays
  /// open until the process ends, which neither checkpoints nor removes the log.
  public func close() {
    let wasClosed = isClosed.withLock { isClosed in
      defer { isClosed = true }
      return isClosed
    }
    guard !wasClosed else { return }
    guard obstacle == nil else {
      try? queue.close()
      return
    }
    do {
      try lock.impatient.withLock {
        try? renewLog()
        try queue.close()
      }
    } catch {
      _ = Unmanaged.passRetained(queue)
    }
  }

  /// The names of the files that a store makes in its folder.
  public static let fileNames: Set<String> = [
    "journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm", "lock",
  ]

  /// Runs reads on one snapshot.
  /// - Throws: ``StoreFailure``, or what the body throws.
  public func read<Value>(_ body: (Transaction) throws -> Value) throws -> Value {
    let result = Result {
      try queue.read { database in
        try Schema.requireKnown(database)
        return try body(Transaction(database, replayMemory: replayMemory))
      }
    }
    if let immutableState, immutableState != FileState(of: path) { throw StoreFailure.replaced }
    return try result.get()
  }

  /// Runs one transaction while no other process writes; durable when it returns.
  /// - Throws: ``StoreFailure``, or what the body throws; nothing is changed then, unless it is
  ///   ``StoreFailure/inDoubt(_:)``.
  public func write<Value>(_ body: (Transaction) throws -> Value) throws -> Value {
    if let obstacle { throw obstacle }
    return try lock.withLock {
      // What is written into a file that a salvage has set aside would be saved and yet lost.
      guard FileIdentity(of: path) == file else { throw StoreFailure.replaced }
      try renewLog()
      var isCommitting = false
      do {
        let value = try queue.write { database in
          try Schema.requireKnown(database)
          let value = try body(Transaction(database, replayMemory: replayMemory))
          isCommitting = true
          return value
        }
        isWritten.withLock { $0 = true }
        checkpointIfLong()
        return value
      } catch {
        replayMemory.forget()
        if isCommitting { try settle(after: error) }
        throw error
      }
    }
  }

  private func checkpointIfLong() {
    var status = stat()
    guard stat(path + "-wal", &status) == 0, status.st_size > Self.checkpointThreshold else {
      return
    }
    // A checkpoint that fails leaves the log as it is; the next write tries again.
    _ = try? queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
  }
}
