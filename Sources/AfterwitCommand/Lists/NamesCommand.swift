internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit people`, `afterwit tags` and `afterwit orgs`, which differ in the names they count.
struct NamesCommand<Names: CountedNames>: ParsableCommand {
  static var configuration: CommandConfiguration { Names.configuration }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var names: Names

  func run() throws {
    let device = try options.openDevice()
    let entries = try device.list(ListFilter(includesPrivate: false, order: .written)).map(\.entry)
    let tallies = NameTally.all(of: names.field, in: entries)
    let width = tallies.map { String($0.entries.count).count }.max() ?? 0
    let style = Style.standardOutput
    try options.invocation.print(
      documents: tallies.map { tally in
        .members([
          "schema": .string("afterwit.\(Self.configuration.commandName ?? "")/1"),
          "name": .string(tally.name),
          "count": .integer(tally.entries.count),
          "entries": .list(tally.entries.map { .string($0.text) }),
        ])
      },
      lines: tallies.map { tally in
        let count = String(tally.entries.count)
        return String(repeating: " ", count: width - count.count) + count + "  "
          + style.line(Names.sign + tally.name)
      },
      nothing: "No entry names any yet.")
  }
}

/// Names that are counted across the journal.
protocol CountedNames: ParsableArguments {
  /// The name of the command and what it says of itself.
  static var configuration: CommandConfiguration { get }
  /// What is counted.
  var field: NameTally.Field { get }
  /// What stands before a name.
  static var sign: String { get }
}

/// The people.
struct CountedPeople: CountedNames {
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: "Lists the people of your entries, with how many entries.",
    discussion: """
      For example:
        afterwit people
        afterwit people --support
      """)
  @Flag(help: "Only those who were there for you.")
  var support = false

  var field: NameTally.Field { support ? .support : .people }
  static let sign = ""
}

/// The tags.
struct CountedTags: CountedNames {
  static let configuration = CommandConfiguration(
    commandName: "tags", abstract: "Lists the tags of your entries, with how many entries.",
    discussion: """
      For example:
        afterwit tags
      """)
  var field: NameTally.Field { .tags }
  static let sign = "#"
}

/// The organisations.
struct CountedOrganisations: CountedNames {
  static let configuration = CommandConfiguration(
    commandName: "orgs",
    abstract: "Lists the organisations of your entries, with how many entries.",
    discussion: """
      For example:
        afterwit orgs
      """
  )
  var field: NameTally.Field { .organisations }
  static let sign = ""
}
