import Foundation
import Testing

/// A schema of `Protocol/schemas`, by which documents of the command are looked at.
struct SchemaFile {
  private let schema: [String: Any]

  /// Reads the schema of a name.
  init(_ name: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "Protocol/schemas/\(name).json"))
    schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// Expects that a document has all that the schema requires, and nothing that it does not tell of.
  func expect(_ document: Any) throws {
    try Self.expect(document, fits: schema)
  }

  private static func expect(_ value: Any, fits schema: [String: Any]) throws {
    if value is NSNull, (schema["type"] as? [String])?.contains("null") == true { return }
    if let properties = schema["properties"] as? [String: [String: Any]] {
      let object = try #require(value as? [String: Any])
      #expect(Set(object.keys).isSuperset(of: schema["required"] as? [String] ?? []))
      #expect(Set(object.keys).isSubset(of: properties.keys))
      for (name, value) in object { try expect(value, fits: properties[name] ?? [:]) }
    } else if let items = schema["items"] as? [String: Any] {
      let list = try #require(value as? [Any])
      #expect(list.count >= schema["minItems"] as? Int ?? 0)
      for item in list { try expect(item, fits: items) }
    } else if let const = schema["const"] as? String {
      #expect(value as? String == const)
    } else if let pattern = schema["pattern"] as? String {
      let text = try #require(value as? String)
      #expect(try Regex(pattern).wholeMatch(in: text) != nil, "\(text)")
    }
  }
}
