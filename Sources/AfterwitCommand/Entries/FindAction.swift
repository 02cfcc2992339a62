internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitJournal

/// Finds the entries that hold all of the given words.
struct FindAction: Hashable {
  /// Which home, and how to print.
  var invocation: Invocation
  /// The words.
  var words: [String]
  /// Whether private entries are searched too.
  var includesPrivate = false

  /// Does it.
  func run() throws {
    let device = try invocation.openDevice()
    let matches = try device.find(words, includingPrivate: includesPrivate)
    try invocation.print(
      documents: matches.map { match in
        JSONValue.document(
          match.entry, verb: "find", reviews: try device.openReviewIDs(of: match.entry),
          texts: false, match: match.excerpt)
      },
      lines: lines(of: matches))
  }

  private func lines(of matches: [Match]) -> [String] {
    let style = Style.standardOutput
    let lines = EntryTable(style: style).lines(matches.map(\.entry))
    return zip(lines, matches).flatMap { line, match in
      let field = match.excerpt.field
      let isMain = field == match.entry.kind?.defaultField
      let name = isMain ? "" : style.faint(style.line(field.name.string) + ":") + " "
      return [line, "          " + name + style.line(match.excerpt.text)]
    }
  }
}

extension FindAction {
  /// Reads the arguments of a plain line; `nil` if the parser must read them.
  init?(plain arguments: ArraySlice<String>) {
    guard let plain = PlainArguments(arguments, flags: ["--private"]), !plain.words.isEmpty else {
      return nil
    }
    self.init(
      invocation: plain.invocation, words: plain.words, includesPrivate: plain.has("--private"))
  }
}
