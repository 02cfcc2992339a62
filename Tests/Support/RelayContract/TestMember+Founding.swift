internal import AfterwitEncoding
public import AfterwitWire
internal import Crypto

extension TestMember {
  /// Writes the genesis of its journal, whose key nobody can open.
  public mutating func found() throws -> [UInt8] {
    try write(kind: .control, payload: ControlRecord.encode(foundingRecords()))
  }

  /// The records of its journal's genesis, with a recovery member that nobody holds.
  public func foundingRecords() throws -> [ControlRecord] {
    let seed = [UInt8](repeating: 0x5e, count: 32)
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    let recovery = Member(
      rank: Member.recoveryRank, signingKey: SigningKey(key.publicKey),
      agreementKey: [UInt8](repeating: 7, count: Member.agreementKeyByteCount))
    let epoch = Epoch(number: 1, identity: [UInt8](repeating: 8, count: 32))
    return ControlRecord.founding(founder: member, recovery: recovery, epoch: epoch) { member in
      WrappedKey(
        epoch: epoch.number, identity: epoch.identity, recipient: member.device,
        encapsulatedKey: [UInt8](repeating: 1, count: WrappedKey.encapsulatedByteCount),
        ciphertext: [UInt8](repeating: 2, count: WrappedKey.ciphertextByteCount))
    }
  }
}
