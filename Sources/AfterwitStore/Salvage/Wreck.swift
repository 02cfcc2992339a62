public import AfterwitEncoding
public import AfterwitWire
internal import Foundation
internal import GRDB
internal import Glibc

// What a damaged store still holds. SQLite may not find it, so besides reading the rows that can
// still be read, the bytes of every file of the store are searched. That is safe because what
// matters proves itself: an envelope by its author's signature, a device's keys by the member they
// belong to, an epoch's key by the identity that a control envelope gives it. So what is found here
// is a candidate, and the caller checks it.
//
// The files are read and never written: SQLite gets a copy, because even a reader of a write-ahead
// log writes.

/// Everything that may be an envelope or a property in the files of a store.
public struct Wreck: Sendable {
  /// What SQLite's own check finds wrong with the database; empty if it is sound.
  public let problems: [String]
  /// Envelopes that parse, each once, in the order in which they were found.
  public private(set) var envelopes: [Envelope] = []
  /// The id of the envelope in each row that SQLite reads; `nil` if it does not parse.
  public let rows: [EnvelopeID?]
  private var values: [String: [[UInt8]]] = [:]
  private var found: Set<[UInt8]> = []

  /// Reads the files of a folder's store: the database, its log, and earlier copies of it.
  ///
  /// - Parameters:
  ///   - readsCopies: whether earlier copies count although the database itself is sound.
  ///   - searches: whether the bytes of the files are searched besides the rows that SQLite reads.
  ///   - scratch: a folder with the copy that ``copyStore(inFolder:to:)`` made, for SQLite to read.
  /// - Throws: ``StoreFailure`` if the files cannot be read.
  public init(
    inFolder folder: String, readsCopies: Bool, searches: Bool = true, scratch: String
  ) throws(StoreFailure) {
    let path = Store.databasePath(inFolder: folder)
    let files = Self.files(ofStoreIn: folder)
    do {
      let rows = StoreRows(readingCopy: Store.databasePath(inFolder: scratch))
      problems = rows.problems
      self.rows = rows.envelopes.map { (try? Envelope(parsing: $0))?.id }
      for bytes in rows.envelopes { keep(bytes) }
      for (name, value) in rows.properties { keep(value, as: name) }
      guard searches else { return }
      let isAlone = problems.isEmpty && !readsCopies
      for file in files where !isAlone || file == path || file == path + "-wal" {
        let carver = RowCarver(Array(try Data(contentsOf: URL(filePath: file))))
        for bytes in carver.envelopes() { keep(bytes) }
        for (name, value) in carver.values(of: Self.carved) { keep(value, as: name) }
      }
    } catch {
      throw .input("\(error)")
    }
  }

  /// Copies the database of a folder, and its log, to another folder, which must not exist.
  ///
  /// The caller holds the lock, or sees to it that the files are at rest.
  /// - Throws: ``StoreFailure`` if the files cannot be read or copied.
  public static func copyStore(
    inFolder folder: String, to scratch: String
  ) throws(StoreFailure) {
    try Store.requireReadable(Store.databasePath(inFolder: folder))
    guard mkdir(scratch, 0o700) == 0 else {
      throw .notWritable("\(scratch): \(String(cString: strerror(errno)))")
    }
    let (path, copy) = (
      Store.databasePath(inFolder: folder), Store.databasePath(inFolder: scratch)
    )
    do {
      for ending in ["", "-wal"] where access(path + ending, F_OK) == 0 {
        try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending)
        // A copy has the permissions of the file, which may be there to be read alone.
        chmod(copy + ending, 0o600)
      }
    } catch {
      let isFull = (error as? CocoaError)?.code == .fileWriteOutOfSpace
      throw isFull ? .full : .input("\(error)")
    }
  }

  /// The values that a property may have had; the one that SQLite reads comes first.
  public func values(of property: Property) -> [[UInt8]] {
    values[property.rawValue] ?? []
  }

  private mutating func keep(_ bytes: [UInt8]) {
    guard let envelope = try? Envelope(parsing: bytes),
      found.insert(envelope.id.bytes + envelope.signature).inserted
    else { return }
    envelopes.append(envelope)
  }

  private mutating func keep(_ value: [UInt8], as name: String) {
    guard values[name]?.contains(value) != true else { return }
    values[name, default: []].append(value)
  }

  /// The properties that are searched for in the bytes of the files.
  private static let carved: [Property] = [
    .journal, .genesis, .deviceKeys, .keyring, .relayAddress, .relayHeaders,
    .formerDevices,
  ]

  /// The database, its log, the copies that upgrades made and those that a salvage set aside.
  private static func files(ofStoreIn folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let own = names.filter {
      $0.hasPrefix("journal.sqlite") && !$0.hasSuffix("-shm") && !$0.hasSuffix(".part")
    }
    return own.sorted { ($0.count, $0) < ($1.count, $1) }.map { folder + "/" + $0 }
  }
}
