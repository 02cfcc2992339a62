/// A word that was typed where a command stands, and is none.
enum UnknownCommand {
  /// What other programs call what a command does here.
  private static let foreign = [
    "ls": "list", "ll": "list", "l": "list", "all": "list", "entries": "list",
    "search": "find", "grep": "find", "query": "find",
    "delete": "rm", "del": "rm", "remove": "rm", "trash": "rm",
    "undelete": "restore",
    "write": "new", "create": "new", "compose": "new", "jot": "note",
    "open": "show", "cat": "show", "view": "show", "print": "show", "read": "show",
    "modify": "edit", "change": "edit", "update": "edit", "vim": "edit",
    "complete": "done", "tick": "done",
    "push": "sync", "pull": "sync", "fetch": "sync",
    "conflicts": "review", "merge": "review", "diff": "review",
    "st": "status", "info": "status",
    "devices": "device", "drafts": "draft", "reviews": "review", "stories": "story",
    "organisations": "orgs", "organizations": "orgs", "companies": "orgs",
    "settings": "config", "configure": "config",
    "agenda": "today", "next": "today", "dashboard": "today",
  ]

  /// The three lines about it, with the command that was meant if there is one like it.
  ///
  /// - Parameters:
  ///   - before: the commands that stand before it.
  ///   - known: the commands that may stand there.
  static func failure(
    _ word: String, behind before: [String], among known: [String]
  ) -> CommandFailure {
    let path = before.map { $0 + " " }.joined()
    let typed = word.lowercased()
    let own = before.isEmpty ? foreign[typed].flatMap { known.contains($0) ? $0 : nil } : nil
    let near = own ?? NearWord.of(typed, among: known)
    let sentence = "There is no command \"\(path)\(word)\"."
    guard let near else {
      return .usage(
        sentence,
        next: known.count > 12
          ? "Type: afterwit --help"
          : "Type one of: \(known.map { path + $0 }.joined(separator: ", "))")
    }
    let hint = own == nil ? " Did you mean \(path)\(near)?" : " Here it is called \(near)."
    return .usage(sentence + hint, next: "Type: afterwit \(path)\(near)")
  }
}
