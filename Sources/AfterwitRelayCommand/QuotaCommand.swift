internal import AfterwitRelay
internal import AfterwitRelaySQLite
internal import ArgumentParser

/// `afterwit-relay quota`: gives a journal other bounds than all have, while the relay runs.
struct QuotaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quota",
    abstract: "Bounds what is kept of one journal; where an option is left out, as of all.")

  @Argument(help: "The journal's id, or how it begins; see: afterwit-relay journals")
  var journal: String

  @OptionGroup var location: DataOption

  @OptionGroup var bounds: QuotaOptions

  func run() async throws {
    let quota = try bounds.quota
    let folder = try location.folder
    let beginning = journal.lowercased()
    do {
      let storage = try SQLiteStorage(folder: folder, environment: .system, isExisting: true)
      let service = RelayService(storage: storage, environment: .system)
      let found = try await service.journals().map(\.id).filter {
        "\($0)".hasPrefix(beginning)
      }
      guard found.count == 1, !beginning.isEmpty else {
        try storage.close()
        throw RelayCommandFailure(
          what: found.isEmpty
            ? "There is no journal whose id begins so." : "\(found.count) journals begin so.",
          safe: "Nothing was changed.", next: "See their ids: afterwit-relay journals", code: 9)
      }
      _ = try await service.setQuota(quota, of: found[0])
      for journal in try await service.journals() where journal.id == found[0] {
        Terminal.say(JournalRow(journal).line)
      }
      try storage.close()
    } catch let failure as RelayCommandFailure {
      throw failure
    } catch let denial as RelayDenial {
      throw RelayCommandFailure(
        what: denial.sentence, safe: "Nothing was changed.",
        next: "Try again in a moment: afterwit-relay quota \(journal) --data \(folder)")
    } catch {
      throw RelayCommandFailure(storage: error, folder: folder)
    }
  }
}
