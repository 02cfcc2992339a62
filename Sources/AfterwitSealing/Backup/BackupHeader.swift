internal import AfterwitEncoding
internal import AfterwitWire

// A backup is opened by what a person remembers or has on paper, years later, by nobody's help. So its
// head says in the clear how its key is found and nothing else, and can be told from damage: a sum of
// its own bytes shows that they are what was written, and only then does a key that gives another
// check value mean another passphrase, and not a bad disk.
//
// Protocol/11-backup, "The head": AW-BACKUP-1 to AW-BACKUP-3.

/// The head of a backup: how its key is found.
public struct BackupHeader: Hashable, Sendable {
  /// How the key is found.
  public enum Lock: Hashable, Sendable {
    /// By a passphrase, through scrypt of 2 to this power rounds.
    case passphrase(cost: UInt8)
    /// By a recovery secret: the key as it is wrapped to each recovery member.
    case recovery([BackupSlot])
  }

  static let magic = Array("AWK1".utf8)
  /// The powers of two that a reader takes for the rounds of scrypt.
  public static let costs: ClosedRange<UInt8> = 10...18
  /// The power that is used for a new backup: 128 MiB, and some tenths of a second.
  public static let cost: UInt8 = 17
  /// The most recovery members that a backup is wrapped to.
  static let slotLimit = 16
  /// The longest head, in bytes.
  public static let byteLimit = 6 + slotLimit * BackupSlot.byteCount + 80
  private static let sumByteCount = 16

  /// How the key is found.
  public let lock: Lock
  /// 32 random bytes.
  let salt: [UInt8]
  /// What only the right key gives.
  let check: [UInt8]

  /// The bytes before the check value, which the keys depend on.
  static func prefix(_ lock: Lock, salt: [UInt8]) -> [UInt8] {
    var builder = ByteBuilder()
    builder.append(contentsOf: magic)
    switch lock {
    case .passphrase(let cost):
      builder.append(1)
      builder.append(cost)
    case .recovery(let slots):
      builder.append(2)
      builder.append(UInt8(slots.count))
      for slot in slots {
        builder.append(contentsOf: slot.encapsulatedKey)
        builder.append(contentsOf: slot.ciphertext)
      }
    }
    builder.append(contentsOf: salt)
    return builder.bytes
  }

  /// The whole head.
  public var bytes: [UInt8] {
    let signed = Self.prefix(lock, salt: salt) + check
    return signed + Domain.backupSum.hash(signed).prefix(Self.sumByteCount)
  }

  init(lock: Lock, salt: [UInt8], check: [UInt8]) {
    self.lock = lock
    self.salt = salt
    self.check = check
  }

  /// How many bytes it has.
  public var byteCount: Int { bytes.count }

  /// Reads the head at the beginning of a file; what follows it is left.
  /// - Throws: ``BackupFailure``.
  public init(beginning bytes: [UInt8]) throws(BackupFailure) {
    guard bytes.starts(with: Self.magic.dropLast()) else { throw .notABackup }
    guard bytes.starts(with: Self.magic) else {
      throw bytes.count < Self.magic.count ? .truncated : .newer
    }
    var cursor = ByteCursor(bytes[Self.magic.count...])
    do throws(DecodingFailure) {
      let lock = try Self.lock(&cursor)
      let salt = Array(try cursor.readBytes(32))
      self.init(lock: lock, salt: salt, check: Array(try cursor.readBytes(32)))
      let sum = Array(try cursor.readBytes(Self.sumByteCount))
      guard sum == self.bytes.suffix(Self.sumByteCount) else { throw cursor.failure(.unknownValue) }
    } catch {
      throw error.reason == .truncated ? .truncated : .damaged
    }
  }

  private static func lock(_ cursor: inout ByteCursor) throws(DecodingFailure) -> Lock {
    switch try cursor.readByte() {
    case 1:
      let cost = try cursor.readByte()
      guard costs.contains(cost) else { throw cursor.failure(.overLimit) }
      return .passphrase(cost: cost)
    case 2:
      let count = Int(try cursor.readByte())
      guard 1...slotLimit ~= count else { throw cursor.failure(.overLimit) }
      var slots: [BackupSlot] = []
      for _ in 0..<count { slots.append(try BackupSlot(decoding: &cursor)) }
      return .recovery(slots)
    default: throw cursor.failure(.unknownValue)
    }
  }
}
