import AfterwitEncoding
import AfterwitVectors
import AfterwitWire
import Testing

@Suite("Vectors of bundles")
struct BundleConformanceTests {
  struct Document: Decodable {
    struct File: Decodable {
      let name: String
      let journal, bytes: HexBytes
      let envelopes: [HexBytes]
    }
    struct Refused: Decodable {
      let name, failure: String
      let whole: Int
      let bytes: HexBytes
    }
    let files: [File]
    let refused: [Refused]
  }

  let document: Document

  init() throws {
    document = try VectorFile("vectors/bundle.json").decode()
  }

  @Test("are what the independent encoder makes")
  func made() throws {
    try VectorFile("vectors/bundle.json").expect(BundleVectors.document().json)
  }

  @Test("are written and read byte for byte, in pieces of any size [AW-BUNDLE-1]")
  func files() throws {
    for file in document.files {
      var writer = BundleWriter()
      var bytes = writer.begin(try #require(JournalID(file.journal.bytes)))
      for envelope in file.envelopes { bytes += writer.write(envelope.bytes) }
      bytes += writer.finish()
      #expect(bytes == file.bytes.bytes, "\(file.name)")
      for size in [1, 7, 300, 100_000] {
        let (reader, envelopes, failure) = Self.read(bytes, by: size)
        #expect(envelopes == file.envelopes.map(\.bytes) && failure == nil, "\(file.name)")
        #expect(reader.isWhole && reader.journal?.bytes == file.journal.bytes)
      }
    }
  }

  @Test("that are not whole are told so, with what is whole before it [AW-BUNDLE-3]")
  func refused() throws {
    for item in document.refused {
      for size in [1, 7, 300, 100_000] {
        let (_, envelopes, failure) = Self.read(item.bytes.bytes, by: size)
        #expect(failure.map { "\($0)" } == item.failure, "\(item.name) by \(size)")
        #expect(envelopes.count == item.whole, "\(item.name) by \(size)")
      }
    }
  }

  private static func read(
    _ bytes: [UInt8], by size: Int
  ) -> (BundleReader, [[UInt8]], Bundle.Failure?) {
    var reader = BundleReader()
    var envelopes: [[UInt8]] = []
    do throws(Bundle.Failure) {
      for start in stride(from: 0, to: bytes.count, by: size) {
        try reader.read(Array(bytes[start..<min(start + size, bytes.count)]), into: &envelopes)
      }
      try reader.finish()
    } catch {
      return (reader, envelopes, error)
    }
    return (reader, envelopes, nil)
  }
}
