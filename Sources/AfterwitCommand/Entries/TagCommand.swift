internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit tag` and `afterwit untag`, which differ in what they do with each tag.
struct TagCommand<Verb: TagVerb>: ParsableCommand {
  static var configuration: CommandConfiguration { Verb.configuration }

  @OptionGroup var options: GlobalOptions
  @Argument(
    help: ArgumentHelp(
      "The entry (at least four characters of its id, or @) and the tags; with a filter, the tags "
        + "alone.", valueName: "id> <tag"))
  var words: [String]
  @OptionGroup var chosen: ChosenEntries

  func run() throws {
    guard chosen.filter.isEmpty else { return try changeChosen() }
    guard let id = words.first, words.count > 1 else {
      throw CommandFailure.usage("An entry is named, and no tag.")
    }
    let device = try options.openDevice()
    let request = EditRequest(
      .edit(try device.entryID(toChange: id)), words.dropFirst().map(Verb.edit))
    try device.talk(of: device.carryOut(request), options.invocation)
  }

  private func changeChosen() throws {
    let device = try options.openDevice()
    let tags = words.map { "#" + Tag.normalized($0) }.joinedAsProse
    guard let subjects = try chosen.subjects(of: device, { Verb.question(tags, $0) }) else {
      return
    }
    let changed = try device.edit(subjects, edits: words.map(Verb.edit))
    device.talk(ofBulk: subjects, changed: changed, "Changed", options.invocation)
  }
}

/// What a command does with tags.
protocol TagVerb {
  /// The name of the command and what it says of itself.
  static var configuration: CommandConfiguration { get }

  /// What becomes of one tag.
  static func edit(_ tag: String) -> FieldEdit

  /// What is asked before tags of many entries are changed.
  static func question(_ tags: String, _ entries: String) -> String
}

/// Adds tags.
enum AddsTags: TagVerb {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Adds tags to an entry, or to all entries of a filter.",
    discussion: """
      For example:
        afterwit tag @ onsite
        afterwit tag prep -- org:globex since:monday
      """)

  static func question(_ tags: String, _ entries: String) -> String { "Add \(tags) to \(entries)?" }

  static func edit(_ tag: String) -> FieldEdit { .add(field: "tags", value: tag) }
}

/// Takes tags off.
enum RemovesTags: TagVerb {
  static let configuration = CommandConfiguration(
    commandName: "untag", abstract: "Removes tags from an entry, or from all entries of a filter.",
    discussion: """
      For example:
        afterwit untag @ onsite
        afterwit untag prep -- tag:prep until:2026-06
      """)

  static func question(_ tags: String, _ entries: String) -> String {
    "Take \(tags) off \(entries)?"
  }

  static func edit(_ tag: String) -> FieldEdit { .remove(field: "tags", value: tag) }
}
