internal import AfterwitManual

/// What a word of the command line can be.
enum CompletionValue: Hashable, Sendable {
  /// Words that nobody can guess.
  case anything
  case entries, deletedEntries, goals, mantras, items, subjects, reviews, drafts
  case people, organisations
  case terms, orders, tags, kinds, newKinds, fields, lists, fieldValues, itemValues
  case keys, keyValues, templates, moods, answers, formats, sources, styles, shells
  case files, folders

  /// The command lines of `afterwit`.
  static let table = CompletionTable<CompletionValue>(
    options: [
      "--home": .folders, "--name": .anything, "--relay": .anything, "--code": .anything,
      "--code-file": .files,
      "--header": .anything, "--recovery-file": .files, "--title": .anything, "--on": .anything,
      "--org": .organisations, "--role": .anything, "--stage": .anything, "--mood": .moods,
      "--people": .people, "--support": .people, "--after": .entries, "--from": .subjects,
      "move --before": .items, "move --after": .items, "store salvage --from": .folders,
      "import --from": .sources, "drill --backup": .files, "--timezone": .anything,
      "--style": .styles,
      "--timeformat": .anything, "-o": .files, "--output": .files,
      "--tag": .tags, "--set": .fieldValues, "--field": .fields, "--template": .templates,
      "--text": .anything, "--lost": .anything, "--append": .anything, "--add": .fieldValues,
      "--remove": .fieldValues, "--before": .anything, "--note": .anything, "--skip": .anything,
      "--html": .files, "--kind": .kinds, "-n": .anything, "--timeout": .anything,
      "--to": .entries, "--filter": .terms, "--by": .orders, "--format": .formats,
      "--at": .anything, "--until": .anything, "--for": .anything,
    ],
    flags: ["people --support", "recovery new --add"],
    words: [
      "note": [.anything], "new": [.newKinds, .anything], "edit": [.subjects, .anything],
      "tag": [.entries, .tags], "untag": [.entries, .tags], "rm": [.subjects],
      "restore": [.deletedEntries], "add": [.entries, .lists, .anything], "done": [.items],
      "move": [.items], "check": [.goals], "recite": [.mantras],
      "distil": [.entries, .anything], "story draft": [.entries], "story show": [.entries],
      "story practice": [.entries], "story": [.entries], "trace": [.entries],
      "prep": [.entries], "questions": [.anything], "show": [.subjects],
      "history": [.subjects, .anything], "diff": [.subjects, .anything], "why": [.subjects],
      "find": [.terms],
      "export": [.terms], "import": [.files],
      "list": [.terms], "set": [.subjects, .fieldValues],
      "review show": [.reviews], "review resolve": [.reviews, .answers],
      "draft recover": [.drafts], "draft drop": [.drafts], "relay set": [.anything],
      "device revoke": [.anything], "device adopt": [.anything],
      "device rename": [.anything, .anything], "device yield": [.anything],
      "device forget": [.anything], "recover": [.anything], "config get": [.keys],
      "config set": [.keys, .keyValues], "config unset": [.keys],
      "backup make": [.files], "backup check": [.files], "backup restore": [.files],
      "bundle make": [.files], "bundle take": [.files],
      "completions": [.shells], "undo": [.anything],
    ],
    nouns: [
      "relay": ["set"],
      "device": [
        "invite", "join", "list", "revoke", "adopt", "rejoin", "rename", "yield", "forget",
      ],
      "recovery": ["new"],
      "story": ["draft", "list", "show", "practice"],
      "review": ["list", "show", "next", "resolve"], "draft": ["list", "recover", "drop"],
      "backup": ["make", "check", "restore"], "bundle": ["make", "take"],
      "store": ["check", "salvage"], "config": ["list", "get", "set", "unset"],
    ])
}
