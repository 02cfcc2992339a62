internal import AfterwitRelaySQLite
internal import ArgumentParser

/// `afterwit-relay backup`: all that is held, in one file, while the relay serves or not.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Writes all that is held into a new file, while the relay serves.")

  @Argument(
    help: "The file, which is not there yet; it holds the relay's key, and only you may read it.")
  var file: String

  @OptionGroup var location: DataOption

  func run() async throws {
    let folder = try location.folder
    do {
      let reader = try SQLiteReader(folder: folder)
      try reader.backUp(to: file)
      try reader.close()
    } catch {
      throw RelayCommandFailure(storage: error, folder: folder)
    }
    Terminal.talk("Written. To look at it: afterwit-relay verify \(file)")
  }
}
