import AfterwitEncoding
import Foundation
import Testing

/// A committed file of `Protocol/`, found beside the tests.
struct VectorFile {
  let url: URL

  /// A path below `Protocol/`.
  init(_ path: String) {
    url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Protocol").appending(path: path)
  }

  var text: String {
    get throws { String(decoding: try Data(contentsOf: url), as: UTF8.self) }
  }

  func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(contentsOf: url))
  }

  /// Compares with what an encoder makes, or writes it with `AFTERWIT_WRITE_VECTORS=1`.
  func expect(_ made: String) throws {
    if ProcessInfo.processInfo.environment["AFTERWIT_WRITE_VECTORS"] == "1" {
      try Data(made.utf8).write(to: url, options: .atomic)
    }
    let advice: Comment = """
      \(url.lastPathComponent) is not what the independent encoder makes. Find out why; after a \
      deliberate change: AFTERWIT_WRITE_VECTORS=1 swift test --filter ConformanceTests
      """
    #expect(try text == made, advice)
  }
}

/// Bytes written in hexadecimal in a vector file.
struct HexBytes: Decodable, Hashable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let bytes = Hexadecimal.decode(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not hexadecimal")
    }
    self.bytes = bytes
  }
}
