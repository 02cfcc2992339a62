import AfterwitEncoding
import AfterwitWire
import Foundation
import Testing

@Suite("Vectors of the encoding")
struct EncodingConformanceTests {
  struct Document: Decodable {
    struct Number: Decodable {
      let width: Int?
      let value: String
      let bytes: HexBytes
    }
    struct Text: Decodable {
      let text: String
      let bytes: HexBytes
      let alsoRead: String?
    }
    struct DomainCase: Decodable {
      let name: String
      let bytes: HexBytes
      let hashOf: HexBytes
      let hash: HexBytes
    }
    struct Records: Decodable {
      let name: String
      let tags: [UInt64]
      let bytes: HexBytes
    }
    struct Refused: Decodable {
      let name: String
      let type: String
      let bytes: HexBytes
      let reason: String
      let layer: String
    }
    let varint: [Number]
    let integer: [Number]
    let string: [Text]
    let base32: [Text]
    let domain: [DomainCase]
    let records: [Records]
    let refused: [Refused]
  }

  let document: Document

  init() throws {
    document = try VectorFile("vectors/encoding.json").decode()
  }

  @Test("varints [AW-ENC-2]")
  func varints() throws {
    for item in document.varint {
      let value = try #require(UInt64(item.value))
      var builder = ByteBuilder()
      builder.append(varint: value)
      #expect(builder.bytes == item.bytes.bytes)
      var cursor = ByteCursor(item.bytes.bytes)
      #expect(try cursor.readVarint() == value)
      try cursor.requireEnd()
    }
  }

  @Test("integers of a fixed width [AW-ENC-1]")
  func integers() throws {
    for item in document.integer {
      let value = try #require(UInt64(item.value))
      var builder = ByteBuilder()
      var cursor = ByteCursor(item.bytes.bytes)
      switch item.width {
      case 16:
        builder.append(bigEndian: UInt16(value))
        #expect(try cursor.readBigEndian(UInt16.self) == UInt16(value))
      case 32:
        builder.append(bigEndian: UInt32(value))
        #expect(try cursor.readBigEndian(UInt32.self) == UInt32(value))
      default:
        builder.append(bigEndian: value)
        #expect(try cursor.readBigEndian(UInt64.self) == value)
      }
      #expect(builder.bytes == item.bytes.bytes)
    }
  }

  @Test("strings, never normalised [AW-ENC-4] [AW-ENC-5]")
  func strings() throws {
    for item in document.string {
      var builder = ByteBuilder()
      builder.append(string: item.text)
      #expect(builder.bytes == item.bytes.bytes)
      var cursor = ByteCursor(item.bytes.bytes)
      #expect(Array(try cursor.readString(limit: 1000).utf8) == Array(item.text.utf8))
    }
  }

  @Test("base 32, sloppily typed too [AW-ENC-7]")
  func base32() throws {
    for item in document.base32 {
      #expect(Base32.encode(item.bytes.bytes) == item.text)
      #expect(Base32.decode(item.text) == item.bytes.bytes)
      #expect(Base32.decode(try #require(item.alsoRead)) == item.bytes.bytes)
    }
  }

  @Test("domains [AW-ENC-11]")
  func domains() throws {
    for item in document.domain {
      let domain = try #require(Domain(rawValue: item.name))
      #expect(domain.bytes == item.bytes.bytes)
      #expect(domain.hash(item.hashOf.bytes) == item.hash.bytes)
    }
  }

  @Test("control records, unknown ones kept as they are [AW-ENC-10]")
  func records() throws {
    for item in document.records {
      let records = try ControlRecord.decode(item.bytes.bytes)
      #expect(ControlRecord.encode(records) == item.bytes.bytes, "\(item.name)")
      let unknown = records.compactMap { record -> UInt64? in
        if case .unknown(let tag, _) = record { return tag }
        return nil
      }
      #expect(unknown == item.tags.filter { $0 > 9 }, "\(item.name)")
    }
  }

  @Test("what is refused, and why [AW-ENC-2] [AW-ENC-3] [AW-ENC-4] [AW-ENC-5]")
  func refused() throws {
    for item in document.refused {
      let error = #expect(throws: DecodingFailure.self, "\(item.name)") {
        var cursor = ByteCursor(item.bytes.bytes)
        switch item.type {
        case "varint": _ = try cursor.readVarint()
        case "string": _ = try cursor.readString(limit: 1000)
        default: _ = try ControlRecord.decode(item.bytes.bytes)
        }
      }
      #expect(error?.reason.rawValue == item.reason, "\(item.name)")
      #expect((error?.reason == .overLimit ? "limit" : "syntax") == item.layer, "\(item.name)")
    }
  }
}
