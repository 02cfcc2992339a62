extension JSONValue {
  /// A document for each key, and one for each name in the file that is none.
  static func documents(_ preferences: Preferences) -> [JSONValue] {
    PreferenceKey.allCases.map { document($0, of: preferences) }
      + preferences.unknown.map { name in
        document(name, value: .null, origin: "file", variable: nil, isKnown: false)
      }
  }

  /// The document of a key.
  static func document(_ key: PreferenceKey, of preferences: Preferences) -> JSONValue {
    let setting = preferences.setting(key)
    let value: JSONValue =
      switch setting.value {
      case .text(let text): .string(text)
      case .list(let names): .list(names.map(JSONValue.string))
      case nil: .null
      }
    return switch setting.origin {
    case .initial: document(key.rawValue, value: value, origin: "default", variable: nil)
    case .file: document(key.rawValue, value: value, origin: "file", variable: nil)
    case .environment(let name):
      document(key.rawValue, value: value, origin: "environment", variable: name)
    }
  }

  private static func document(
    _ key: String, value: JSONValue, origin: String, variable: String?, isKnown: Bool = true
  ) -> JSONValue {
    .members([
      "schema": .string("afterwit.config/1"), "key": .string(key), "value": value,
      "origin": .string(origin), "variable": JSONValue(variable), "known": .flag(isKnown),
    ])
  }
}
