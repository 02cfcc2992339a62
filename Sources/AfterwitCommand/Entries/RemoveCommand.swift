internal import AfterwitDevice
internal import AfterwitEncoding
internal import ArgumentParser

/// `afterwit rm`.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rm", abstract: "Puts entries out of sight; afterwit restore brings them back.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The entries.")
  var ids: [String]

  func run() throws {
    let device = try options.openDevice()
    try device.remove(try device.entryIDs(ids))
  }
}

/// `afterwit restore`.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Brings entries back into sight.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The entries.")
  var ids: [String]

  func run() throws {
    let device = try options.openDevice()
    try device.restore(try device.entryIDs(ids))
  }
}
