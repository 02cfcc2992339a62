internal import AfterwitEncoding
internal import Crypto

// What a backup holds is sealed in chunks, so that it can be written and read in little memory. The
// nonce of a chunk is its place and whether it is the last one: chunks that were moved, left out or
// added do not open, and neither does what was cut off behind one (Hoang and others, "Online
// Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", 2015).
//
// Protocol/11-backup, "Chunks": AW-BACKUP-4.

/// The chunks of a backup.
enum BackupChunk {
  /// How many bytes of what is sealed a chunk has; the last one may have fewer.
  static let byteCount = 1 << 16
  /// How many more a sealed one has.
  static let tagByteCount = 16

  static func nonce(_ place: UInt64, isLast: Bool) throws -> ChaChaPoly.Nonce {
    var builder = ByteBuilder()
    builder.append(contentsOf: [0, 0, 0])
    builder.append(bigEndian: place)
    builder.append(isLast ? 1 : 0)
    return try ChaChaPoly.Nonce(data: builder.bytes)
  }
}

/// Seals what a backup holds, as it comes.
public struct BackupSealer: Sendable {
  private let key: BackupKey
  private var place: UInt64 = 0
  private var left: [UInt8] = []

  /// Seals under a key, which seals one backup only.
  public init(key: BackupKey) {
    self.key = key
  }

  /// Takes further bytes; gives those chunks that are full and not the last.
  public mutating func seal(_ bytes: [UInt8]) throws(SealingFailure) -> [UInt8] {
    left += bytes
    var sealed: [UInt8] = []
    while left.count > BackupChunk.byteCount {
      sealed += try chunk(Array(left.prefix(BackupChunk.byteCount)), isLast: false)
      left.removeFirst(BackupChunk.byteCount)
    }
    return sealed
  }

  /// Gives the last chunk.
  public mutating func finish() throws(SealingFailure) -> [UInt8] {
    try chunk(left, isLast: true)
  }

  private mutating func chunk(_ bytes: [UInt8], isLast: Bool) throws(SealingFailure) -> [UInt8] {
    do {
      let box = try ChaChaPoly.seal(
        bytes, using: SymmetricKey(data: key.bytes),
        nonce: BackupChunk.nonce(place, isLast: isLast))
      place += 1
      return Array(box.ciphertext) + Array(box.tag)
    } catch {
      throw SealingFailure.cryptography
    }
  }
}

/// Opens the chunks of a backup, one after another.
public struct BackupOpener: Sendable {
  /// How many bytes a sealed chunk has; the last one may have fewer.
  public static let chunkByteCount = BackupChunk.byteCount + BackupChunk.tagByteCount

  private let key: BackupKey
  private var place: UInt64 = 0

  /// Opens under a key.
  public init(key: BackupKey) {
    self.key = key
  }

  /// Opens the next chunk.
  ///
  /// - Parameter isLast: whether nothing follows it.
  /// - Throws: ``BackupFailure/truncated`` if it is whole and something must follow it, else
  ///   ``BackupFailure/damaged``.
  public mutating func open(_ chunk: [UInt8], isLast: Bool) throws(BackupFailure) -> [UInt8] {
    if let bytes = opened(chunk, isLast: isLast) {
      place += 1
      return bytes
    }
    throw isLast && opened(chunk, isLast: false) != nil ? .truncated : .damaged
  }

  private func opened(_ chunk: [UInt8], isLast: Bool) -> [UInt8]? {
    guard chunk.count >= BackupChunk.tagByteCount,
      let nonce = try? BackupChunk.nonce(place, isLast: isLast),
      let box = try? ChaChaPoly.SealedBox(
        nonce: nonce, ciphertext: chunk.dropLast(BackupChunk.tagByteCount),
        tag: chunk.suffix(BackupChunk.tagByteCount)),
      let bytes = try? ChaChaPoly.open(box, using: SymmetricKey(data: key.bytes))
    else { return nil }
    return Array(bytes)
  }
}
