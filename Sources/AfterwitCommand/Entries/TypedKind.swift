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
    if let kind = Kind(spoken: typed) {
      (self.kind, occasion) = (kind, nil)
      return
    }
    guard let spoken = Kind.occasions.first(where: { $0.isSpoken(as: typed) }) else {
      let known = Kind.allCases.map(\.rawValue) + Kind.occasions
      let near = NearWord.of(typed.lowercased(), among: known)
      throw .usage(
        "There is no kind \"\(typed)\"." + (near.map { " Did you mean \($0)?" } ?? ""),
        next: "Type one of: " + known.joined(separator: ", "))
    }
    (kind, occasion) = (.reflection, spoken)
  }
}
