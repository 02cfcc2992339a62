/// The content of `Protocol/vectors/bundle.json`.
public enum BundleVectors {
  /// Makes the document.
  public static func document() throws -> VectorValue {
    let envelopes = try envelopes()
    return .object([
      ("format", .text("afterwit.vectors/1")),
      ("chapter", .text("11-backup")),
      (
        "about",
        .text(
          "Bytes are hexadecimal. 'files' are the journal and the envelopes; 'refused' must fail so, "
            + "after as many whole envelopes.")
      ),
      ("files", .list([value("of two", envelopes), value("of none", [])])),
      ("refused", .list(refused(envelopes))),
    ])
  }

  private static func envelopes() throws -> [[UInt8]] {
    var first = PlainEnvelope(seed: EnvelopeVectors.seed)
    try first.seal(body: Array("hello, afterwit".utf8), epochKey: EnvelopeVectors.epochKey)
    var second = PlainEnvelope(seed: EnvelopeVectors.seed)
    second.number = 2
    second.previous = try first.id()
    try second.seal(body: Array("and again".utf8), epochKey: EnvelopeVectors.epochKey)
    return [try first.bytes(), try second.bytes()]
  }

  private static func bytes(_ envelopes: [[UInt8]]) -> [UInt8] {
    let content =
      Array("AWU1".utf8) + EnvelopeVectors.journal
      + envelopes.flatMap { PlainEncoder.integer(UInt64($0.count), width: 32) + $0 }
      + PlainEncoder.integer(0, width: 32)
      + PlainEncoder.integer(UInt64(envelopes.count), width: 64)
    return content + PlainEncoder.sha256(PlainEncoder.domain("bundle") + content)
  }

  private static func value(_ name: String, _ envelopes: [[UInt8]]) -> VectorValue {
    .object([
      ("name", .text(name)), ("journal", .bytes(EnvelopeVectors.journal)),
      ("envelopes", .list(envelopes.map { .bytes($0) })), ("bytes", .bytes(bytes(envelopes))),
    ])
  }

  private static func refused(_ envelopes: [[UInt8]]) -> [VectorValue] {
    let sound = bytes(envelopes)
    var (sum, length) = (sound, sound)
    sum[sum.count - 1] ^= 1
    length.replaceSubrange(20..<24, with: PlainEncoder.integer(590_089, width: 32))
    let cases: [(String, String, Int, [UInt8])] = [
      ("another file", "notABundle", 0, Array("AWK1".utf8) + sound.dropFirst(4)),
      ("nothing", "truncated", 0, []),
      ("of a later version", "newer", 0, Array("AWU2".utf8) + sound.dropFirst(4)),
      ("a head that ends early", "truncated", 0, Array(sound.prefix(19))),
      ("no end", "truncated", 2, Array(sound.dropLast(44))),
      ("an end that ends early", "truncated", 2, Array(sound.dropLast())),
      ("an envelope that ends early", "truncated", 1, Array(sound.dropLast(45))),
      ("another sum", "damaged", 2, sum),
      ("an envelope that is too long", "damaged", 0, length),
      ("a byte more", "damaged", 2, sound + [0]),
    ]
    return cases.map { name, failure, whole, bytes in
      .object([
        ("name", .text(name)), ("failure", .text(failure)), ("whole", .count(whole)),
        ("bytes", .bytes(bytes)),
      ])
    }
  }
}
