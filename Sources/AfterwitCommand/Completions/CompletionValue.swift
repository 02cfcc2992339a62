internal import AfterwitManual

/// What a word of the command line can be.
enum CompletionValue: Hashable, Sendable {
  /// Words that nobody can guess.
  case anything
  case entries, deletedEntries, goals, mantras, reviews, drafts
  case terms, orders, tags, kinds, newKinds, fields, lists, fieldValues, itemValues
  case keys, keyValues, templates, moods, answers, formats, shells
  case files, folders

  /// The command lines of `afterwit`.
  static let table = CompletionTable<CompletionValue>(
    options: [
      "--home": .folders, "--name": .anything, "--relay": .anything, "--code": .anything,
      "--header": .anything, "--recovery-file": .files, "--title": .anything, "--on": .anything,
      "--org": .anything, "--role": .anything, "--stage": .anything, "--mood": .moods,
      "--people": .anything, "--support": .anything, "--after": .entries, "--from": .entries,
      "--tag": .tags, "--set": .fieldValues, "--field": .fields, "--template": .templates,
      "--text": .anything, "--append": .anything, "--add": .fieldValues,
      "--remove": .fieldValues, "--before": .anything, "--note": .anything, "--skip": .anything,
      "--html": .files, "--kind": .kinds, "-n": .anything, "--timeout": .anything,
      "--to": .entries, "--filter": .terms, "--by": .orders, "--format": .formats,
    ],
    flags: ["people --support"],
    words: [
      "note": [.anything], "new": [.newKinds, .anything], "edit": [.entries, .anything],
      "tag": [.entries, .tags], "untag": [.entries, .tags], "rm": [.entries],
      "restore": [.deletedEntries], "add": [.entries, .lists, .anything], "done": [.anything],
      "move": [.anything], "check": [.goals], "recite": [.mantras],
      "distil": [.entries, .anything], "story draft": [.entries], "story show": [.entries],
      "story practice": [.entries], "story": [.entries], "trace": [.entries],
      "prep": [.entries], "questions": [.anything], "show": [.entries], "find": [.terms],
      "export": [.terms],
      "list": [.terms], "set": [.entries, .fieldValues],
      "review show": [.reviews], "review resolve": [.reviews, .answers],
      "draft recover": [.drafts], "draft drop": [.drafts], "relay set": [.anything],
      "config get": [.keys], "config set": [.keys, .keyValues], "config unset": [.keys],
      "completions": [.shells],
    ],
    nouns: [
      "relay": ["set"], "device": ["invite", "join", "list"],
      "story": ["draft", "list", "show", "practice"],
      "review": ["list", "show", "next", "resolve"], "draft": ["list", "recover", "drop"],
      "store": ["check", "salvage"], "config": ["list", "get", "set", "unset"],
    ])
}
