internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit tag` and `afterwit untag`, which differ in what they do with each tag.
struct TagCommand<Verb: TagVerb>: ParsableCommand {
  static var configuration: CommandConfiguration { Verb.configuration }

  @OptionGroup var options: GlobalOptions
  @Argument(help: .entryToChange)
  var id: String
  @Argument(help: "The tags.")
  var tags: [String]

  func run() throws {
    let device = try options.openDevice()
    let id = try device.entryID(toChange: id)
    let request = EditRequest(.edit(id), tags.map(Verb.edit))
    try device.talk(of: device.carryOut(request), options.invocation)
  }
}

/// What a command does with tags.
protocol TagVerb {
  /// The name of the command and what it says of itself.
  static var configuration: CommandConfiguration { get }

  /// What becomes of one tag.
  static func edit(_ tag: String) -> FieldEdit
}

/// Adds tags.
enum AddsTags: TagVerb {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Adds tags to an entry.")

  static func edit(_ tag: String) -> FieldEdit { .add(field: "tags", value: tag) }
}

/// Takes tags off.
enum RemovesTags: TagVerb {
  static let configuration = CommandConfiguration(
    commandName: "untag", abstract: "Removes tags from an entry.")

  static func edit(_ tag: String) -> FieldEdit { .remove(field: "tags", value: tag) }
}
