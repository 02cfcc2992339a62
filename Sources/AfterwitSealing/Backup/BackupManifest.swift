public import AfterwitEncoding

/// What a backup belongs to, and the keys that open it.
public struct BackupManifest: Hashable, Sendable {
  /// When it was made, in milliseconds since 1970.
  public let milliseconds: UInt64
  /// The journal.
  public let journal: JournalID
  /// The envelope that founded it.
  public let genesis: EnvelopeID
  /// The device that made the backup; none of its keys are in it.
  public let device: DeviceID
  /// The keys of epochs that it held.
  public let keyring: Keyring

  /// A manifest of given parts.
  public init(
    milliseconds: UInt64, journal: JournalID, genesis: EnvelopeID, device: DeviceID,
    keyring: Keyring
  ) {
    self.milliseconds = milliseconds
    self.journal = journal
    self.genesis = genesis
    self.device = device
    self.keyring = keyring
  }

  func encode(into builder: inout ByteBuilder) {
    builder.append(bigEndian: milliseconds)
    builder.append(journal)
    builder.append(genesis)
    builder.append(device)
    builder.append(contentsOf: keyring.bytes)
  }

  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    milliseconds = try cursor.readBigEndian()
    journal = try cursor.readIdentifier()
    genesis = try cursor.readIdentifier()
    device = try cursor.readIdentifier()
    keyring = try Keyring(decoding: Array(cursor.readRest()))
  }
}
