extension NewAction {
  /// Reads the arguments of a plain `new`; `nil` if the parser must read them.
  init?(plain arguments: ArraySlice<String>) {
    guard let plain = Self.plain(arguments), let kind = plain.words.first else { return nil }
    self.init(plain, kind: kind, words: Array(plain.words.dropFirst()))
  }

  /// Reads the arguments of a plain `note`; `nil` if the parser must read them.
  init?(plainNote arguments: ArraySlice<String>) {
    guard let plain = Self.plain(arguments) else { return nil }
    self.init(plain, kind: TypedKind.note, words: plain.words)
  }

  private static func plain(_ arguments: ArraySlice<String>) -> PlainArguments? {
    PlainArguments(
      arguments,
      values: [
        "--title", "--on", "--org", "--role", "--stage", "--mood", "--after", "--field",
        "--template",
      ],
      lists: ["--tag", "--set", "--people", "--support", "--from"],
      flags: ["--private", "--editor"])
  }

  private init(_ plain: PlainArguments, kind: String, words: [String]) {
    self.init(
      invocation: plain.invocation, kind: kind, words: words, title: plain.value("--title"),
      on: plain.value("--on"), organisation: plain.value("--org"), role: plain.value("--role"),
      stage: plain.value("--stage"), mood: plain.value("--mood"), after: plain.value("--after"),
      people: plain.values("--people"), support: plain.values("--support"),
      origins: plain.values("--from"), tags: plain.values("--tag"), values: plain.values("--set"),
      isPrivate: plain.has("--private"), field: plain.value("--field"),
      template: plain.value("--template"), usesEditor: plain.has("--editor"))
  }
}
