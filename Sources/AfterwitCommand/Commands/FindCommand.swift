internal import AfterwitDevice
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit find`.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Finds the entries that hold all of these words.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The words.")
  var words: [String]
  @Flag(name: .customLong("private"), help: "Private entries too.")
  var includesPrivate = false

  func run() throws {
    let device = try options.openDevice()
    let matches = try device.find(words, includingPrivate: includesPrivate)
    guard !options.json else {
      for match in matches {
        Output.line(
          JSONValue.document(
            match.entry, verb: "find", reviews: try device.openReviewIDs(of: match.entry),
            texts: false,
            match: match.excerpt
          ).text)
      }
      return
    }
    let style = Style.standardOutput
    let lines = EntryTable(style: style).lines(matches.map(\.entry))
    Output.lines(
      zip(lines, matches).flatMap { line, match in
        match.excerpt.isEmpty ? [line] : [line, "          " + style.line(match.excerpt)]
      })
  }
}
