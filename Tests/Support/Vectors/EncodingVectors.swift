/// The content of `Protocol/vectors/encoding.json`.
public enum EncodingVectors {
  /// Makes the document from nothing but the specification.
  public static func document() -> VectorValue {
    .object([
      ("format", .text("afterwit.vectors/1")),
      ("chapter", .text("2-encoding")),
      (
        "about",
        .text(
          "Bytes are hexadecimal, integers decimal strings. 'refused' must fail with the reason.")
      ),
      ("varint", varints), ("integer", integers), ("string", strings), ("base32", base32),
      ("domain", domains), ("records", records), ("refused", refused),
    ])
  }

  private static var varints: VectorValue {
    let values: [UInt64] = [
      0, 1, 127, 128, 129, 255, 300, 16_383, 16_384, 2_097_151, 2_097_152, 4_294_967_295,
      4_294_967_296, 9_007_199_254_740_993, 9_223_372_036_854_775_807,
      9_223_372_036_854_775_808, .max,
    ]
    return .list(
      values.map { value in
        .object([
          ("value", .text(String(value))), ("bytes", .bytes(PlainEncoder.varint(value))),
        ])
      })
  }

  private static var integers: VectorValue {
    let cases: [(Int, UInt64)] = [
      (16, 0), (16, 258), (16, 65_535), (32, 0), (32, 16_909_060), (32, 4_294_967_295), (64, 0),
      (64, 1), (64, 72_623_859_790_382_856), (64, .max),
    ]
    return .list(
      cases.map { width, value in
        .object([
          ("width", .count(width)), ("value", .text(String(value))),
          ("bytes", .bytes(PlainEncoder.integer(value, width: width))),
        ])
      })
  }

  private static var strings: VectorValue {
    let texts = [
      "", "a", "a\u{0}b", "\u{e9}", "e\u{301}", "\u{fffd}", "\u{10ffff}",
      "\u{1f469}\u{200d}\u{1f52c}", String(repeating: "x", count: 128),
    ]
    return .list(
      texts.map { text in
        .object([
          ("text", .text(text)), ("bytes", .bytes(PlainEncoder.blob(Array(text.utf8)))),
        ])
      })
  }

  private static var base32: VectorValue {
    let cases: [[UInt8]] = [
      [], [0], [0xff], [0xff, 0xff], [1, 2, 3], [0xde, 0xad, 0xbe, 0xef],
      [0x80, 0, 0, 0, 1], Array(0...9), [UInt8](repeating: 0xff, count: 10),
    ]
    return .list(
      cases.map { bytes in
        let text = PlainEncoder.base32(bytes)
        let sloppy = text.replacing("0", with: "O").replacing("1", with: "L").uppercased()
        return .object([
          ("bytes", .bytes(bytes)), ("text", .text(text)), ("alsoRead", .text(sloppy)),
        ])
      })
  }

  private static var domains: VectorValue {
    let names = [
      "device", "entry", "sig", "record", "salt", "epoch", "wrap", "cursor", "challenge", "login",
      "mailbox", "mailbox-id", "pairing", "pairing-commitment", "pairing-words", "pairing-proof",
      "base", "journal", "recovery-proof", "recovery-signing", "recovery-agreement",
      "recovery-checksum", "invite-checksum",
      "succession", "view",
      "digest", "held", "review",
    ]
    return .list(
      names.map { name in
        .object([
          ("name", .text(name)), ("bytes", .bytes(PlainEncoder.domain(name))),
          ("hashOf", .bytes([1, 2, 3])),
          ("hash", .bytes(PlainEncoder.sha256(PlainEncoder.domain(name) + [1, 2, 3]))),
        ])
      })
  }

  private static func record(_ tag: UInt64, _ content: [UInt8]) -> [UInt8] {
    PlainEncoder.varint(tag) + PlainEncoder.blob(content)
  }

  /// Ids of one repeated byte each, one after another.
  private static func ids(_ bytes: UInt8...) -> [UInt8] {
    bytes.flatMap { [UInt8](repeating: $0, count: 32) }
  }

  private static var records: VectorValue {
    let epoch = PlainEncoder.integer(7, width: 32) + [UInt8](repeating: 0xee, count: 32)
    let zeros = [UInt8](repeating: 0, count: 32)
    let (first, second) = (
      [UInt8](repeating: 1, count: 32), [UInt8](repeating: 2, count: 32)
    )
    let bases =
      PlainEncoder.integer(5, width: 32) + first + [48] + [UInt8](repeating: 6, count: 48)
      + PlainEncoder.integer(6, width: 32) + first + [0]
    let cases: [(String, [Int], [UInt8])] = [
      ("nothing", [], []),
      ("an epoch", [2], record(2, epoch)),
      ("an epoch that follows two, one without its key", [2], record(2, epoch + bases)),
      ("what was seen", [5], record(5, second + first + [UInt8](repeating: 3, count: 32))),
      ("a first envelope that has seen the genesis alone", [5], record(5, zeros)),
      (
        "a revocation", [7],
        record(7, zeros + [2] + first + second + [1] + PlainEncoder.integer(9, width: 64) + first)
      ),
      ("a revocation that leaves nothing", [7], record(7, zeros + [0, 0])),
      ("the word of a recovery member", [9], record(9, [UInt8](repeating: 8, count: 64))),
      ("an unknown record is kept", [2, 900], record(2, epoch) + record(900, [1, 2, 3])),
    ]
    return .list(
      cases.map { name, tags, bytes in
        .object([
          ("name", .text(name)), ("tags", .list(tags.map(VectorValue.count))),
          ("bytes", .bytes(bytes)),
        ])
      })
  }

  private static var refused: VectorValue {
    let cases: [(String, String, [UInt8], String, String)] = [
      ("nothing", "varint", [], "truncated", "syntax"),
      ("an unfinished varint", "varint", [0x80], "truncated", "syntax"),
      ("a longer zero", "varint", [0x80, 0x00], "notCanonical", "syntax"),
      ("a longer one", "varint", [0x81, 0x80, 0x00], "notCanonical", "syntax"),
      (
        "two to the 64th", "varint", [UInt8](repeating: 0x80, count: 9) + [0x02], "overflow",
        "syntax"
      ),
      ("eleven groups", "varint", [UInt8](repeating: 0xff, count: 11), "overflow", "syntax"),
      ("a string cut short", "string", [0x03, 0x61, 0x62], "truncated", "syntax"),
      ("a string over its limit of 1000", "string", [0xe9, 0x07], "overLimit", "limit"),
      ("a lone continuation byte", "string", [0x01, 0x80], "invalidText", "syntax"),
      ("an overlong slash", "string", [0x02, 0xc0, 0xaf], "invalidText", "syntax"),
      ("half a surrogate pair", "string", [0x03, 0xed, 0xa0, 0x80], "invalidText", "syntax"),
      (
        "beyond the last scalar", "string", [0x04, 0xf4, 0x90, 0x80, 0x80], "invalidText", "syntax"
      ),
      ("a record cut short", "records", [0x02, 0x24, 0x00], "truncated", "syntax"),
      ("an epoch without identity", "records", [0x02, 0x04, 0, 0, 0, 1], "truncated", "syntax"),
      (
        "an epoch whose base has half a key", "records",
        record(2, [0, 0, 0, 2] + ids(1) + [0, 0, 0, 1] + ids(1) + [1, 6]),
        "truncated", "syntax"
      ),
      (
        "what was seen in another order", "records", record(5, ids(0, 2, 1)), "notCanonical",
        "syntax"
      ),
      ("what was seen twice", "records", record(5, ids(0, 1, 1)), "notCanonical", "syntax"),
      (
        "what was seen before and beside", "records", record(5, ids(1, 1)), "notCanonical", "syntax"
      ),
      ("half of what was seen", "records", record(5, ids(0) + [1]), "truncated", "syntax"),
      (
        "a cut in another order", "records", record(7, ids(0) + [2] + ids(2, 1) + [0]),
        "notCanonical", "syntax"
      ),
      ("a revocation without a cut", "records", record(7, ids(0)), "truncated", "syntax"),
      (
        "a revocation and more", "records", record(7, ids(0) + [0, 0, 0]), "trailingBytes", "syntax"
      ),
      ("half a word of a recovery member", "records", record(9, ids(8)), "truncated", "syntax"),
      ("a record over the limit", "records", [0x02, 0x81, 0x80, 0x24], "overLimit", "limit"),
      (
        "a member with the identity point as key", "records",
        PlainEncoder.varint(1)
          + PlainEncoder.blob([1, 1] + [UInt8](repeating: 0, count: 31 + 1216)),
        "unknownValue", "syntax"
      ),
    ]
    return .list(
      cases.map { name, type, bytes, reason, layer in
        .object([
          ("name", .text(name)), ("type", .text(type)), ("bytes", .bytes(bytes)),
          ("reason", .text(reason)), ("layer", .text(layer)),
        ])
      })
  }
}
