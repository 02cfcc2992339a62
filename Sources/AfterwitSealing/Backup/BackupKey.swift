public import AfterwitWire
internal import Crypto
internal import CryptoExtras

/// What the chunks of one backup are sealed with.
public struct BackupKey: Hashable, Sendable {
  let bytes: [UInt8]

  init(derived bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Takes a key of exactly 32 bytes; any other count gives `nil`.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.init(derived: bytes)
  }

  /// Makes the head and the key of a backup that a passphrase opens.
  ///
  /// - Parameter cost: the power of two of the rounds of scrypt.
  public static func new(
    passphrase: String, cost: UInt8 = BackupHeader.cost,
    using random: inout some RandomNumberGenerator
  ) throws(SealingFailure) -> (header: BackupHeader, key: BackupKey) {
    let salt = random.bytes(32)
    let secret = try secret(of: passphrase, salt: salt, cost: cost)
    return made(of: secret, .passphrase(cost: cost), salt: salt)
  }

  /// Makes the head and the key of a backup that these recovery members open, each with its paper.
  public static func new(
    for members: [Member], using random: inout some RandomNumberGenerator
  ) throws(SealingFailure) -> (header: BackupHeader, key: BackupKey) {
    let (salt, secret) = (random.bytes(32), random.bytes(32))
    var slots: [BackupSlot] = []
    for member in members.prefix(BackupHeader.slotLimit) {
      slots.append(try BackupSlot(wrapping: secret, for: member, salt: salt))
    }
    return made(of: secret, .recovery(slots), salt: salt)
  }

  private static func made(
    of secret: [UInt8], _ lock: BackupHeader.Lock, salt: [UInt8]
  ) -> (header: BackupHeader, key: BackupKey) {
    let (key, check) = derived(from: secret, lock, salt: salt)
    return (BackupHeader(lock: lock, salt: salt, check: check), BackupKey(derived: key))
  }

  /// What one head and one secret give: the key, and the value that shows that it is the right one.
  static func derived(
    from secret: [UInt8], _ lock: BackupHeader.Lock, salt: [UInt8]
  ) -> (key: [UInt8], check: [UInt8]) {
    let both = KeyDerivation.derive(
      from: secret, salt: salt,
      info: Domain.backup.bytes + BackupHeader.prefix(lock, salt: salt), count: 64)
    return (Array(both[..<32]), Array(both[32...]))
  }

  static func secret(
    of passphrase: String, salt: [UInt8], cost: UInt8
  ) throws(SealingFailure) -> [UInt8] {
    do {
      let key = try KDF.Scrypt.deriveKey(
        from: Array(passphrase.utf8), salt: salt, outputByteCount: 32, rounds: 1 << Int(cost),
        blockSize: 8, parallelism: 1)
      return key.withUnsafeBytes { Array($0) }
    } catch {
      throw .cryptography
    }
  }
}
