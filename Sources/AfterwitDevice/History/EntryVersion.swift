public import AfterwitEncoding

/// A version of an entry: what one change made of it.
public struct EntryVersion: Hashable, Sendable {
  /// Its number among those of the entry, from 1.
  public let number: Int
  /// The change.
  public let change: EnvelopeID
  /// Who made it, and when.
  public let writer: Writer
  /// What it did to the entry, by field.
  public let edits: [VersionEdit]

  /// The fields of the entry that it touched, each once.
  public var fields: [String] {
    edits.reduce(into: []) { fields, edit in
      if let field = edit.field, !fields.contains(field) { fields.append(field) }
    }
  }

  /// The numbers of the versions whose changes it takes back.
  public var undone: [Int] {
    edits.flatMap { edit -> [Int] in
      if case .undone(let numbers) = edit.deed { numbers } else { [] }
    }
  }
}
