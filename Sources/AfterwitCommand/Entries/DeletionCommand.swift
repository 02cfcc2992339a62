internal import AfterwitDevice
internal import AfterwitEncoding
internal import ArgumentParser

/// `afterwit rm` and `afterwit restore`, which differ in what they do with the entries.
struct DeletionCommand<Verb: DeletionVerb>: ParsableCommand {
  static var configuration: CommandConfiguration { Verb.configuration }

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The entries: at least four characters of each id, or @.")
  var ids: [String]

  func run() throws {
    let device = try options.openDevice()
    let ids = try device.entryIDs(toChange: ids)
    let changed = try Verb.perform(on: ids, of: device)
    try device.talk(of: ids, changed: changed, verb: Verb.past, options.invocation)
  }
}

/// What a command does with entries that are to go, or to come back.
protocol DeletionVerb {
  /// The name of the command and what it says of itself.
  static var configuration: CommandConfiguration { get }

  /// What it says that it has done.
  static var past: String { get }

  /// Does it, as one change; returns the entries that this changed.
  static func perform(on ids: [EntryID], of device: Device) throws(DeviceFailure) -> Set<EntryID>
}

/// Deletes entries.
enum DeletesEntries: DeletionVerb {
  static let configuration = CommandConfiguration(
    commandName: "rm", abstract: "Deletes entries; afterwit restore brings them back.")

  static let past = "Deleted"

  static func perform(on ids: [EntryID], of device: Device) throws(DeviceFailure) -> Set<EntryID> {
    try device.remove(ids)
  }
}

/// Brings deleted entries back.
enum RestoresEntries: DeletionVerb {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Brings deleted entries back.")

  static let past = "Restored"

  static func perform(on ids: [EntryID], of device: Device) throws(DeviceFailure) -> Set<EntryID> {
    try device.restore(ids)
  }
}
