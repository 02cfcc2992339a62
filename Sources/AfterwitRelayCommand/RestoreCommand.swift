internal import AfterwitRelay
internal import AfterwitRelaySQLite
internal import ArgumentParser

/// `afterwit-relay restore`: a backup as a relay of another generation.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Puts a backup into an empty folder; devices bring what was written since.")

  @Argument(help: "The file that afterwit-relay backup wrote.")
  var file: String

  @OptionGroup var location: DataOption

  func run() async throws {
    let folder = try location.folder
    do {
      try SQLiteReader.restore(file, into: folder, environment: .system)
    } catch {
      throw RelayCommandFailure(storage: error, folder: folder)
    }
    Terminal.talk(
      "Restored, without sessions and codes. To serve it: afterwit-relay serve --data \(folder)")
  }
}
