// Of an option that is given twice the parser keeps the last value and drops the other. A relay that
// then serves another folder than the operator thinks is worse than one that does not start.

/// Looks for an option of a command line that is given twice where one value can be meant.
enum GivenTwice {
  private static let flags: Set<Substring> = ["--help", "--version", "--json"]
  private static let repeatable: Set<Substring> = ["--address", "--trusted-proxy"]

  /// Refuses such a line.
  static func refuse(in arguments: some Sequence<String>) throws(RelayCommandFailure) {
    guard let option = first(in: Array(arguments)) else { return }
    throw RelayCommandFailure(
      what: "\(option) is given twice.", safe: "Nothing was changed.",
      next: "Repeat the command with one \(option).", code: 2)
  }

  /// The first option that is given a second time; `nil` where there is none.
  static func first(in arguments: [String]) -> String? {
    var rest = arguments[...]
    var seen: [Substring] = []
    while let argument = rest.popFirst(), argument != "--" {
      let name = argument.prefix { $0 != "=" }
      guard argument.hasPrefix("--"), !flags.contains(name) else { continue }
      if name.count == argument.count { _ = rest.popFirst() }
      guard !repeatable.contains(name) else { continue }
      guard !seen.contains(name) else { return String(name) }
      seen.append(name)
    }
    return nil
  }
}
