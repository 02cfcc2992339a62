import AfterwitEncoding
import AfterwitTestRandomness
import Testing

/// The seed of a test that draws, and the line that repeats it.
struct TestSeed {
  let value: UInt64

  init(_ usual: UInt64) {
    value = Effort.seed ?? usual
  }

  var comment: Comment { "AFTERWIT_SEED=\(value) swift test --filter EncodingTests" }
}

@Suite("Bytes and the cursor")
struct ByteCursorTests {
  @Test("the extremes of every width come back [AW-ENC-1]")
  func extremes() throws {
    func check<Value: FixedWidthInteger & UnsignedInteger>(_: Value.Type) throws {
      let half = Value.max / 2
      let values: [Value] = [Value.min, 1, half, half + 1, Value.max - 1, Value.max]
      for value in values {
        var builder = ByteBuilder()
        builder.append(bigEndian: value)
        #expect(builder.bytes.count == Value.bitWidth / 8)
        var cursor = ByteCursor(builder.bytes)
        #expect(try cursor.readBigEndian(Value.self) == value)
        try cursor.requireEnd()
      }
    }
    try check(UInt8.self)
    try check(UInt16.self)
    try check(UInt32.self)
    try check(UInt64.self)
  }

  @Test("a varint at each border of a group comes back [AW-ENC-2]")
  func varintBorders() throws {
    for shift in UInt64(0)..<64 {
      let bit = UInt64(1) << shift
      let values: [UInt64] = [bit, bit - 1, UInt64.max >> shift]
      for value in values {
        var builder = ByteBuilder()
        builder.append(varint: value)
        var cursor = ByteCursor(builder.bytes)
        #expect(try cursor.readVarint() == value)
        #expect(cursor.isAtEnd)
      }
    }
  }

  @Test("whatever is read was written in its only form [AW-ENC-2] [AW-ENC-3] [AW-ENC-5]")
  func onlyForm() throws {
    let seed = TestSeed(2026)
    var random = SeededGenerator(seed: seed.value)
    var readable = 0
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ -> UInt8 in
        Bool.random(using: &random)
          ? [0x00, 0x01, 0x7f, 0x80, 0xff].randomElement(using: &random) ?? 0
          : UInt8.random(in: .min ... .max, using: &random)
      }
      var cursor = ByteCursor(bytes)
      if let value = try? cursor.readVarint() {
        readable += 1
        var builder = ByteBuilder()
        builder.append(varint: value)
        #expect(builder.bytes == Array(bytes.prefix(cursor.offset)), seed.comment)
      }
      var text = ByteCursor(bytes)
      if let string = try? text.readString(limit: 12) {
        var builder = ByteBuilder()
        builder.append(string: string)
        #expect(builder.bytes == Array(bytes.prefix(text.offset)), seed.comment)
      }
    }
    #expect(readable > 1000, seed.comment)
  }

  @Test("a length is compared with its limit and with what is left before anything else [AW-ENC-4]")
  func lengths() {
    var builder = ByteBuilder()
    builder.append(varint: .max)
    let huge = builder.bytes
    let overLimit = #expect(throws: DecodingFailure.self) {
      var cursor = ByteCursor(huge)
      _ = try cursor.readBlob(limit: 1000)
    }
    #expect(overLimit == DecodingFailure(offset: 0, reason: .overLimit))
    let truncated = #expect(throws: DecodingFailure.self) {
      var cursor = ByteCursor([5, 1, 2])
      _ = try cursor.readBlob(limit: 1000)
    }
    #expect(truncated == DecodingFailure(offset: 1, reason: .truncated))
    #expect(throws: DecodingFailure.self) {
      var cursor = ByteCursor([1, 2, 3])
      _ = try cursor.readBytes(-1)
    }
  }

  @Test("bytes after the last value are refused [AW-ENC-6]")
  func trailing() throws {
    var cursor = ByteCursor([1, 2])
    _ = try cursor.readByte()
    let failure = #expect(throws: DecodingFailure.self) { try cursor.requireEnd() }
    #expect(failure == DecodingFailure(offset: 1, reason: .trailingBytes))
  }

  @Test("offsets count from the start of a slice")
  func sliceOffsets() throws {
    let bytes: [UInt8] = [9, 9, 9, 1, 2, 3]
    var cursor = ByteCursor(bytes[3...])
    #expect(try cursor.readByte() == 1)
    #expect(cursor.offset == 1)
    #expect(cursor.remaining == 2)
    #expect(Array(cursor.readRest()) == [2, 3])
    #expect(cursor.isAtEnd)
  }
}
