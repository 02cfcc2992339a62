internal import CryptoExtras

/// The content of `Protocol/vectors/backup.json`.
public enum BackupVectors {
  private static let passphrase = "four words on a wall"
  private static let salt = [UInt8](repeating: 0x5a, count: 32)
  private static let paperSecret = [UInt8](repeating: 0x6b, count: 32)
  private static let recovery = PlainMember(recoverySecret: EnvelopeVectors.recoverySecret)

  /// Makes the document; `kept` is the wrapped secret of an earlier run.
  public static func document(keeping kept: PlainWrap?) throws -> VectorValue {
    let typed = try file(passphrase: passphrase)
    return .object([
      ("format", .text("afterwit.vectors/1")),
      ("chapter", .text("11-backup")),
      (
        "about",
        .text(
          "Bytes are hexadecimal. 'files' open by their passphrase or recovery secret to their "
            + "records; 'chunks' are a byte repeated, sealed under the key; 'refused' must fail so. "
            + "The wrapped secret was drawn once and is kept.")
      ),
      ("files", .list([try value(of: typed), try paper(keeping: kept)])),
      ("chunks", .list(try [0, 1, 65_536, 65_537, 131_072].map { try chunks(of: $0) })),
      ("refused", .list(try refused(typed))),
    ])
  }

  /// A backup, part by part.
  struct File {
    var prefix: [UInt8]
    var key: [UInt8]
    var check: [UInt8]
    var content: [UInt8]

    /// All bytes; `isLast` is what the last chunk says of itself.
    func bytes(isLast: Bool = true) throws -> [UInt8] {
      let head = prefix + check
      return try head + PlainEncoder.sha256(PlainEncoder.domain("backup-sum") + head).prefix(16)
        + BackupVectors.sealed(content, key: key, isLast: isLast)
    }
  }

  private static func file(
    passphrase: String, cost: UInt8 = 10, content: [UInt8]? = nil
  ) throws -> File {
    let secret = try KDF.Scrypt.deriveKey(
      from: Array(passphrase.utf8), salt: salt, outputByteCount: 32, rounds: 1 << Int(cost),
      blockSize: 8, parallelism: 1)
    return made(
      prefix: Array("AWK1".utf8) + [1, cost] + salt, secret: secret.withUnsafeBytes { Array($0) },
      content: try content ?? records().flatMap(\.self))
  }

  private static func made(prefix: [UInt8], secret: [UInt8], content: [UInt8]) -> File {
    let derived = PlainEncoder.hkdf(
      secret: secret, salt: salt, info: PlainEncoder.domain("backup") + prefix, count: 64)
    return File(
      prefix: prefix, key: Array(derived[..<32]), check: Array(derived[32...]), content: content)
  }

  /// The records of the files: a draft in two pieces, the manifest, an envelope and the end.
  private static func records() throws -> [[UInt8]] {
    var envelope = PlainEnvelope(seed: EnvelopeVectors.seed)
    try envelope.seal(body: Array("hello, afterwit".utf8), epochKey: EnvelopeVectors.epochKey)
    let path = PlainEncoder.blob(Array("kept-0/kept-0.md".utf8))
    let manifest =
      PlainEncoder.integer(1_770_000_000_000, width: 64) + EnvelopeVectors.journal
      + (try envelope.id()) + (try envelope.device()) + PlainEncoder.varint(1)
      + PlainEncoder.integer(1, width: 32) + EnvelopeVectors.epochKey
    let contents: [(UInt8, [UInt8])] = [
      (1, path + Array("Half a ".utf8)), (1, path + Array("thought.\n".utf8)), (2, manifest),
      (3, try envelope.bytes()), (4, [1, 1, 0]),
    ]
    return contents.map { [$0] + PlainEncoder.blob($1) }
  }

  private static func value(of file: File) throws -> VectorValue {
    .object([
      ("name", .text("by a passphrase")), ("passphrase", .text(passphrase)),
      ("key", .bytes(file.key)), ("bytes", .bytes(try file.bytes())),
      ("records", .list(try records().map { .bytes($0) })),
    ])
  }

  private static func paper(keeping kept: PlainWrap?) throws -> VectorValue {
    let info = PlainEncoder.domain("backup-wrap") + salt
    var wrap = kept
    if (try? wrap?.wraps(paperSecret, member: recovery, info: info)) != true {
      wrap = try PlainWrap(key: paperSecret, member: recovery, info: info)
    }
    let slot = (wrap?.encapsulatedKey ?? []) + (wrap?.ciphertext ?? [])
    let file = made(
      prefix: Array("AWK1".utf8) + [2, 1] + slot + salt, secret: paperSecret,
      content: try records().flatMap(\.self))
    return .object([
      ("name", .text("by the paper")), ("recoverySecret", .bytes(EnvelopeVectors.recoverySecret)),
      ("encapsulatedKey", .bytes(wrap?.encapsulatedKey ?? [])),
      ("ciphertext", .bytes(wrap?.ciphertext ?? [])),
      ("key", .bytes(file.key)), ("bytes", .bytes(try file.bytes())),
      ("records", .list(try records().map { .bytes($0) })),
    ])
  }

  private static func chunks(of count: Int) throws -> VectorValue {
    let content = [UInt8](repeating: 0x61, count: count)
    let sealed = try sealed(content, key: EnvelopeVectors.epochKey, isLast: true)
    return .object([
      ("key", .bytes(EnvelopeVectors.epochKey)), ("byte", .count(0x61)), ("count", .count(count)),
      ("length", .count(sealed.count)), ("sha256", .bytes(PlainEncoder.sha256(sealed))),
    ])
  }

  /// Chunks of 65,536 bytes; of no bytes one that is empty.
  private static func sealed(_ content: [UInt8], key: [UInt8], isLast: Bool) throws -> [UInt8] {
    let starts = content.isEmpty ? [0] : Array(stride(from: 0, to: content.count, by: 65_536))
    return try starts.enumerated().flatMap { place, start in
      let nonce =
        [0, 0, 0] + PlainEncoder.integer(UInt64(place), width: 64)
        + [place == starts.count - 1 && isLast ? 1 : 0]
      return try PlainEncoder.chacha(
        Array(content[start..<min(start + 65_536, content.count)]), key: key, nonce: nonce,
        context: [])
    }
  }

  private static func refused(_ sound: File) throws -> [VectorValue] {
    let bytes = try sound.bytes()
    func flipped(_ place: Int) -> [UInt8] {
      var bytes = bytes
      bytes[place] ^= 1
      return bytes
    }
    let unknown = try file(passphrase: passphrase, content: [9, 0])
    let cheap = try file(passphrase: passphrase, cost: 9)
    let cases: [(String, String, String, [UInt8])] = [
      ("another file", "notABackup", passphrase, Array("AWE1".utf8) + bytes.dropFirst(4)),
      ("nothing", "notABackup", passphrase, []),
      ("of a later version", "newer", passphrase, Array("AWK2".utf8) + bytes.dropFirst(4)),
      ("a record of a later version", "newer", passphrase, try unknown.bytes()),
      ("another passphrase", "wrongSecret", "four words on a wal", bytes),
      ("a head that ends early", "truncated", passphrase, Array(bytes.prefix(60))),
      ("a kind that is none", "damaged", passphrase, flipped(4)),
      ("too few rounds", "damaged", passphrase, try cheap.bytes()),
      ("another salt", "damaged", passphrase, flipped(6)),
      ("another check value", "damaged", passphrase, flipped(69)),
      ("another sum", "damaged", passphrase, flipped(85)),
      ("another first byte of a chunk", "damaged", passphrase, flipped(86)),
      ("another tag", "damaged", passphrase, flipped(bytes.count - 1)),
      ("no chunk", "damaged", passphrase, Array(bytes.prefix(86))),
      ("a chunk that ends early", "damaged", passphrase, Array(bytes.dropLast())),
      ("a byte more", "damaged", passphrase, bytes + [0]),
      ("a last chunk that is none", "truncated", passphrase, try sound.bytes(isLast: false)),
    ]
    return cases.map { name, failure, passphrase, bytes in
      .object([
        ("name", .text(name)), ("failure", .text(failure)), ("passphrase", .text(passphrase)),
        ("bytes", .bytes(bytes)),
      ])
    }
  }
}
