internal import AfterwitRelay
internal import AfterwitRelaySQLite
internal import ArgumentParser

/// `afterwit-relay journals`: what is held of each journal; names and words are not known here.
struct JournalsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journals",
    abstract:
      "Lists the journals by their ids: how much is held, since when, and what they are given.")

  @OptionGroup var location: DataOption

  @Flag(name: .long, help: "Prints a JSON document for each journal, one a line.")
  var json = false

  func run() async throws {
    let folder = try location.folder
    let journals: [StoredJournal]
    do {
      let reader = try SQLiteReader(folder: folder)
      journals = try await reader.read { try $0.journals() }
      try reader.close()
    } catch {
      throw RelayCommandFailure(storage: error, folder: folder)
    }
    for journal in journals {
      let row = JournalRow(journal)
      Terminal.say(json ? row.document : row.line)
    }
    if journals.isEmpty, !json { Terminal.talk("There is no journal here.") }
  }
}
