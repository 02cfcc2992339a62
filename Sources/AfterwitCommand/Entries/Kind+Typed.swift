internal import AfterwitJournal

extension Kind {
  /// The kind that a person typed.
  /// - Throws: a usage failure that names the kinds.
  init(typed: String) throws(CommandFailure) {
    guard let kind = Kind(rawValue: typed) else {
      throw .usage(
        "There is no kind \"\(typed)\".",
        next: "Type one of: " + Kind.allCases.map(\.rawValue).joined(separator: ", "))
    }
    self = kind
  }
}
