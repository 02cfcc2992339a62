internal import AfterwitDevice
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit list`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists entries, the newest first.")

  @OptionGroup var options: GlobalOptions
  @Option(parsing: .unconditional, help: "Only reflections, goals or mantras.")
  var kind: String?
  @Option(parsing: .unconditionalSingleValue, help: "Only those with this tag; repeatable.")
  var tag: [String] = []
  @Flag(help: "Those out of sight instead.")
  var deleted = false
  @Option(
    name: .customShort("n"), parsing: .unconditional,
    help: ArgumentHelp("At most so many.", valueName: "count"))
  var limit: Int?

  func run() throws {
    guard limit ?? 0 >= 0 else { throw DeviceFailure.usage("-n takes a count, 0 or more.") }
    var filter = ListFilter(tags: tag, deleted: deleted, limit: limit)
    if let kind {
      guard let known = Kind(rawValue: kind) else {
        throw DeviceFailure.usage(
          "There is no kind \"\(kind)\".",
          next: "Type one of: " + Kind.allCases.map(\.rawValue).joined(separator: ", "))
      }
      filter.kind = known
    }
    let device = try options.openDevice()
    let entries = try device.list(filter)
    let lines =
      options.json
      ? try entries.map { entry in
        JSONValue.document(
          entry, verb: "list", reviews: try device.openReviewIDs(of: entry), texts: false
        ).text
      } : EntryTable(style: .standardOutput).lines(entries)
    Output.lines(lines)
    if !options.json, let talk = OpenReviews.talk(try device.openReviewCount()) {
      Output.talk(talk)
    }
  }
}
