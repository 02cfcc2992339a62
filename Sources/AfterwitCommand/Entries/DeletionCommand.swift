internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit rm` and `afterwit restore`, which differ in what they do with the entries.
struct DeletionCommand<Verb: DeletionVerb>: ParsableCommand {
  static var configuration: CommandConfiguration { Verb.configuration }

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Entries, or items of lists: at least four characters of each id, or @.")
  var ids: [String]

  func run() throws {
    let device = try options.openDevice()
    let subjects = try device.subjects(toChange: ids)
    let changed = try Verb.perform(on: subjects, of: device)
    try device.talk(of: subjects, changed: changed, verb: Verb.past, options.invocation)
  }
}

/// What a command does with what is to go, or to come back.
protocol DeletionVerb {
  /// The name of the command and what it says of itself.
  static var configuration: CommandConfiguration { get }

  /// What it says that it has done.
  static var past: String { get }

  /// Does it, as one change; returns what this changed.
  static func perform(on subjects: [Subject], of device: Device) throws(DeviceFailure) -> Set<
    Subject
  >
}

/// Removes entries and items.
enum DeletesEntries: DeletionVerb {
  static let configuration = CommandConfiguration(
    commandName: "rm",
    abstract: "Deletes entries or items of lists; afterwit restore brings them back.")

  static let past = "Deleted"

  static func perform(on subjects: [Subject], of device: Device) throws(DeviceFailure) -> Set<
    Subject
  > {
    try device.remove(subjects)
  }
}

/// Brings them back.
enum RestoresEntries: DeletionVerb {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Brings deleted entries or items back.")

  static let past = "Restored"

  static func perform(on subjects: [Subject], of device: Device) throws(DeviceFailure) -> Set<
    Subject
  > {
    try device.restore(subjects)
  }
}
