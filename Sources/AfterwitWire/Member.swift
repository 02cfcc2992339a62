public import AfterwitEncoding

/// One who may write to the journal: a device, or the recovery secret.
public struct Member: Hashable, Sendable {
  /// The length of an X-Wing public key, in bytes.
  public static let agreementKeyByteCount = 1216
  /// The rank of the recovery member, above every device.
  public static let recoveryRank: UInt8 = 255
  /// The rank of a device.
  public static let deviceRank: UInt8 = 1

  /// The member's weight when two disagree about members; the greater rank wins.
  public let rank: UInt8
  /// The key that signs its envelopes.
  public let signingKey: SigningKey
  /// The X-Wing key to which epoch keys are wrapped for it, 1216 bytes.
  public let agreementKey: [UInt8]

  /// A member of given keys; the caller guarantees the length of the agreement key.
  public init(rank: UInt8, signingKey: SigningKey, agreementKey: [UInt8]) {
    precondition(agreementKey.count == Self.agreementKeyByteCount)
    self.rank = rank
    self.signingKey = signingKey
    self.agreementKey = agreementKey
  }

  /// The member's id.
  public var device: DeviceID { signingKey.device }
}

/// An epoch's key wrapped to one member with HPKE.
public struct WrappedKey: Hashable, Sendable {
  /// The length of X-Wing's encapsulated key, in bytes.
  public static let encapsulatedByteCount = 1120
  /// The length of a wrapped key and its tag, in bytes.
  public static let ciphertextByteCount = 48

  /// The number of the epoch.
  public let epoch: UInt32
  /// The identity of the epoch's key, 32 bytes.
  public let identity: [UInt8]
  /// The member who can open it.
  public let recipient: DeviceID
  /// HPKE's encapsulated key, 1120 bytes.
  public let encapsulatedKey: [UInt8]
  /// The key, sealed: 48 bytes.
  public let ciphertext: [UInt8]

  /// A wrapped key of given parts, each of its fixed length.
  public init(
    epoch: UInt32, identity: [UInt8], recipient: DeviceID, encapsulatedKey: [UInt8],
    ciphertext: [UInt8]
  ) {
    precondition(identity.count == 32)
    precondition(encapsulatedKey.count == Self.encapsulatedByteCount)
    precondition(ciphertext.count == Self.ciphertextByteCount)
    self.epoch = epoch
    self.identity = identity
    self.recipient = recipient
    self.encapsulatedKey = encapsulatedKey
    self.ciphertext = ciphertext
  }

  /// Feeds the bytes to a hasher in runs: one after another takes longer than to check a signature.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(epoch)
    hasher.combine(recipient)
    for bytes in [identity, encapsulatedKey, ciphertext] {
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }
}
