internal import AfterwitJournal

/// What a person says that they write: a kind, or the occasion of a reflection.
struct TypedKind: Hashable {
  /// The occasion of what takes one line and no decision.
  static let note = "note"

  /// The kind.
  let kind: Kind
  /// The occasion, where one was typed.
  let occasion: String?

  /// Reads what was typed.
  /// - Throws: a usage failure that names what can be written.
  init(_ typed: String) throws(CommandFailure) {
    if let kind = Kind(rawValue: typed) {
      (self.kind, occasion) = (kind, nil)
      return
    }
    let occasions = Self.occasions
    guard occasions.contains(typed) else {
      throw .usage(
        "There is no kind \"\(typed)\".",
        next: "Type one of: " + (Kind.allCases.map(\.rawValue) + occasions).joined(separator: ", "))
    }
    (kind, occasion) = (.reflection, typed)
  }

  /// The occasions that a reflection may have.
  static var occasions: [String] {
    guard case .choice(let occasions)? = Kind.reflection.field(named: "occasion")?.rule else {
      return []
    }
    return occasions
  }
}
