import AfterwitEncoding
import Testing

@Suite("The example of Encoding")
struct EncodingExample {
  @Test("It runs as it is documented")
  func example() throws {
    var builder = ByteBuilder()
    builder.append(varint: 300)
    builder.append(string: "why")
    #expect(builder.bytes == [0xac, 0x02, 3] + Array("why".utf8))

    var cursor = ByteCursor(builder.bytes)
    #expect(try cursor.readVarint() == 300)
    #expect(try cursor.readString(limit: 16) == "why")
    try cursor.requireEnd()
  }
}
