internal import AfterwitDocument
public import AfterwitEncoding

/// How often a name stands in a journal: a person, a tag, an organisation.
public struct NameTally: Hashable, Sendable {
  /// The name, as it was written last.
  public let name: String
  /// The entries in which it stands, the newest first.
  public let entries: [EntryID]

  /// What is counted.
  public enum Field: Hashable, Sendable {
    /// The people of reflections.
    case people
    /// Those who were there for the person.
    case support
    /// The tags of all entries.
    case tags
    /// The organisations of reflections.
    case organisations
  }

  /// Counts names, those that differ in case alone as one; those in most entries come first.
  ///
  /// - Parameter entries: the entries, the newest first.
  public static func all(of field: Field, in entries: [EntryView]) -> [NameTally] {
    var names: [String: String] = [:]
    var found: [String: [EntryID]] = [:]
    for entry in entries {
      for name in field.names(in: entry) {
        let key = name.lowercased()
        if names[key] == nil { names[key] = name }
        if found[key]?.last != entry.id { found[key, default: []].append(entry.id) }
      }
    }
    return found.map { NameTally(name: names[$0] ?? $0, entries: $1) }
      .sorted { left, right in
        left.entries.count == right.entries.count
          ? ExactString(left.name) < ExactString(right.name)
          : left.entries.count > right.entries.count
      }
  }
}

extension NameTally.Field {
  fileprivate func names(in entry: EntryView) -> [String] {
    switch self {
    case .people: entry.set(CodedField.people.rawValue)
    case .support: entry.support
    case .tags: entry.tags
    case .organisations: entry.register(CodedField.organisation.rawValue).map { [$0] } ?? []
    }
  }
}
