internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit rm` and `afterwit restore`, which differ in what they do with the entries.
struct DeletionCommand<Verb: DeletionVerb>: ParsableCommand {
  static var configuration: CommandConfiguration { Verb.configuration }

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Entries, or items of lists: at least four characters of each id, or @.")
  var ids: [String] = []
  @OptionGroup var chosen: ChosenEntries

  func run() throws {
    guard ids.isEmpty != chosen.filter.isEmpty else {
      throw CommandFailure.usage(
        ids.isEmpty ? "No entry is named." : "Entries are named by ids and by a filter.",
        next: "Name entries by their ids, or by a filter behind --.")
    }
    let device = try options.openDevice()
    guard ids.isEmpty else {
      let subjects = try device.subjects(toChange: ids)
      let changed = try Verb.perform(on: subjects, of: device)
      try device.talk(of: subjects, changed: changed, verb: Verb.past, options.invocation)
      return
    }
    let subjects = try chosen.subjects(of: device, deleted: Verb.isOfDeleted) {
      "\(Verb.imperative) \($0)?"
    }
    guard let subjects else { return }
    let changed = try Verb.perform(on: subjects, of: device)
    device.talk(ofBulk: subjects, changed: changed, Verb.past, options.invocation)
  }
}

/// What a command does with what is to go, or to come back.
protocol DeletionVerb {
  /// The name of the command and what it says of itself.
  static var configuration: CommandConfiguration { get }

  /// What it says that it has done.
  static var past: String { get }

  /// What it asks before it does so to the entries of a filter.
  static var imperative: String { get }

  /// Whether a filter chooses among deleted entries.
  static var isOfDeleted: Bool { get }

  /// Does it, as one change; returns what this changed.
  static func perform(on subjects: [Subject], of device: Device) throws(DeviceFailure) -> Set<
    Subject
  >
}

/// Removes entries and items.
enum DeletesEntries: DeletionVerb {
  static let configuration = CommandConfiguration(
    commandName: "rm",
    abstract: "Removes entries or items from view; afterwit restore brings them back.",
    discussion: """
      For example:
        afterwit rm 7r2f
        afterwit rm -- tag:try until:2026-06
      """)

  static let past = "Deleted"
  static let imperative = "Remove"
  static let isOfDeleted = false

  static func perform(on subjects: [Subject], of device: Device) throws(DeviceFailure) -> Set<
    Subject
  > {
    try device.remove(subjects)
  }
}

/// Brings them back.
enum RestoresEntries: DeletionVerb {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Brings removed entries or items back.",
    discussion: """
      For example:
        afterwit list --deleted
        afterwit restore 7r2f
      """)

  static let past = "Restored"
  static let imperative = "Restore"
  static let isOfDeleted = true

  static func perform(on subjects: [Subject], of device: Device) throws(DeviceFailure) -> Set<
    Subject
  > {
    try device.restore(subjects)
  }
}
