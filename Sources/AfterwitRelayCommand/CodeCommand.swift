internal import AfterwitRelay
internal import AfterwitRelaySQLite
internal import ArgumentParser

/// `afterwit-relay code`: prints a code that brings one journal to this relay.
struct CodeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract: "Prints a code that lets a device bring its journal here, once within seven days.")

  @OptionGroup var location: DataOption

  @OptionGroup var bounds: QuotaOptions

  func run() async throws {
    let quota = try bounds.quota
    let folder = try location.folder
    do {
      let storage = try SQLiteStorage(folder: folder, environment: .system)
      let code = try await RelayService(storage: storage, environment: .system).makeCode(
        quota: quota)
      try storage.close()
      Terminal.say(code)
    } catch let denial as RelayDenial {
      throw RelayCommandFailure(
        what: denial.sentence, safe: "No code was made.",
        next: "Try again: afterwit-relay code --data \(folder)")
    } catch {
      throw RelayCommandFailure(storage: error, folder: folder)
    }
  }
}
