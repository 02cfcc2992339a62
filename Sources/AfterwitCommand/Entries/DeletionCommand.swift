internal import AfterwitDevice
internal import AfterwitEncoding
internal import ArgumentParser

/// `afterwit rm` and `afterwit restore`, which differ in what they do with the entries.
struct DeletionCommand<Verb: DeletionVerb>: ParsableCommand {
  static var configuration: CommandConfiguration { Verb.configuration }

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The entries.")
  var ids: [String]

  func run() throws {
    let device = try options.openDevice()
    try Verb.perform(on: try device.entryIDs(ids), of: device)
  }
}

/// What a command does with entries that are to go, or to come back.
protocol DeletionVerb {
  /// The name of the command and what it says of itself.
  static var configuration: CommandConfiguration { get }

  /// Does it, as one change.
  static func perform(on ids: [EntryID], of device: Device) throws(DeviceFailure)
}

/// Deletes entries.
enum DeletesEntries: DeletionVerb {
  static let configuration = CommandConfiguration(
    commandName: "rm", abstract: "Deletes entries; afterwit restore brings them back.")

  static func perform(on ids: [EntryID], of device: Device) throws(DeviceFailure) {
    try device.remove(ids)
  }
}

/// Brings deleted entries back.
enum RestoresEntries: DeletionVerb {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Brings deleted entries back.")

  static func perform(on ids: [EntryID], of device: Device) throws(DeviceFailure) {
    try device.restore(ids)
  }
}
