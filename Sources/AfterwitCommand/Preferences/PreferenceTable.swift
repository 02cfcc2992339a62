internal import TOMLKit

/// What a file of preferences says, as the library for TOML reads it.
struct PreferenceTable: Hashable {
  /// A value with its place among the tables.
  struct Leaf: Hashable {
    /// The names of its tables and of itself.
    let path: [String]
    /// What it is, where it can be that of a key.
    let value: PreferenceValue?
    /// The value as the library prints it.
    let text: String
  }

  /// All values, by their places.
  let leaves: [Leaf]

  /// Reads a text.
  /// - Parameter path: the file, to be named in a failure.
  init(_ text: String, of path: String) throws(PreferenceFault) {
    do {
      leaves = Self.leaves(of: try TOMLTable(string: text), below: [])
        .sorted { $0.path.lexicographicallyPrecedes($1.path) }
    } catch let failure as TOMLParseError {
      throw PreferenceFault(
        path: path, line: failure.source.begin.line, fact: .notTOML(Self.reason(failure)))
    } catch {
      throw PreferenceFault(path: path, fact: .notTOML("\(error)"))
    }
  }

  /// The value at a place.
  subscript(path: [String]) -> Leaf? { leaves.first { $0.path == path } }

  /// A key and its value as a line of TOML.
  static func line(_ path: ArraySlice<String>, _ value: PreferenceValue) -> String {
    path.joined(separator: ".") + " = " + Self.value(value)
  }

  /// A value as TOML.
  static func value(_ value: PreferenceValue) -> String {
    let table =
      switch value {
      case .text(let text): TOMLTable(["x": text])
      case .list(let names): TOMLTable(["x": TOMLArray(names)])
      }
    // The library prints documents only, so the value is printed with a key, and taken off it.
    return String(table.convert(to: .toml, options: []).dropFirst("x = ".count))
  }

  private static func leaves(of table: TOMLTable, below path: [String]) -> [Leaf] {
    table.keys.flatMap { name -> [Leaf] in
      guard let value = table[name]?.tomlValue else { return [] }
      let place = path + [name]
      if value.type == .table, let table = value.table { return leaves(of: table, below: place) }
      return [Leaf(path: place, value: Self.value(value), text: value.debugDescription)]
    }
  }

  private static func value(_ value: TOMLValue) -> PreferenceValue? {
    switch value.type {
    case .string: return value.string.map { .text($0) }
    // Who thinks of a switch writes a truth.
    case .bool: return value.bool.map { .text($0 ? "on" : "off") }
    case .array:
      let names = (value.array ?? []).map { $0.type == .string ? $0.string : nil }
      return names.contains(nil) ? nil : .list(names.compactMap { $0 })
    default: return nil
    }
  }

  /// What the library says of a text that is not TOML, without the name of its own procedure.
  private static func reason(_ failure: TOMLParseError) -> String {
    let parts = failure.description.split(separator: ": ", maxSplits: 1)
    return failure.description.hasPrefix("Error while") && parts.count == 2
      ? String(parts[1]) : failure.description
  }
}
