// Of an option that takes one value the parser keeps the last, and drops what was given before. What
// was typed is not dropped: an option that is given twice is refused, unless both can be meant.

/// Looks for an option of a command line that is given twice where one value can be meant.
enum GivenTwice {
  /// Refuses such a line.
  static func refuse(in arguments: [String]) throws(CommandFailure) {
    guard let option = first(in: arguments) else { return }
    throw .usage("\(option) is given twice.", next: "Repeat the command with one \(option).")
  }

  /// The first option that is given a second time; `nil` where there is none.
  static func first(in arguments: [String]) -> String? {
    var rest = arguments[...]
    var seen: [Substring] = []
    while let argument = rest.popFirst(), argument != "--" {
      guard argument.hasPrefix("--") || ["-n", "-o"].contains(argument) else { continue }
      let name = argument.prefix { $0 != "=" }
      guard !isFlag(name, verb: arguments[0]) else { continue }
      if name.count == argument.count { _ = rest.popFirst() }
      guard !isRepeatable(name, verb: arguments[0]) else { continue }
      guard !seen.contains(name) else { return String(name) }
      seen.append(name)
    }
    return nil
  }

  /// Whether an option takes no value.
  private static func isFlag(_ name: Substring, verb: String) -> Bool {
    switch name {
    case "--support": verb == "people"
    case "--add": verb == "recovery"
    case "--json", "--insecure", "--no-pager", "--help", "--version", "--deleted", "--private",
      "--yes",
      "--dry-run", "--exit-code", "--replace", "--no-headers", "--not", "--first", "--last",
      "--all", "--md", "--paper", "--save", "--editor", "--watch", "--systemd", "--unattended",
      "--blame", "--restore", "--give-up":
      true
    default: false
    }
  }

  /// Whether all values of an option can be meant.
  private static func isRepeatable(_ name: Substring, verb: String) -> Bool {
    switch (verb, name) {
    case (_, "--filter"),
      ("new", "--tag"), ("new", "--set"), ("new", "--people"), ("new", "--support"),
      ("new", "--from"), ("note", "--tag"), ("note", "--set"), ("note", "--people"),
      ("note", "--support"), ("note", "--from"),
      ("edit", "--field"), ("edit", "--text"), ("edit", "--append"), ("edit", "--set"),
      ("edit", "--add"), ("edit", "--remove"), ("add", "--set"), ("list", "--tag"),
      ("import", "--tag"),
      ("init", "--header"), ("relay", "--header"), ("device", "--header"),
      ("recover", "--header"), ("recover", "--lost"):
      true
    default: false
    }
  }
}
