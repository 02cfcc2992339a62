internal import AfterwitRelay
internal import AfterwitRelaySQLite
internal import ArgumentParser

/// `afterwit-relay verify`: whether all that is held is as it was written; changes nothing.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract:
      "Checks each envelope, its signature and its place, and who is a member; changes nothing.")

  /// The most faults that are named.
  private static let toldFaults = 100

  @Argument(help: "A backup to look at in place of the relay's folder.")
  var file: String?

  @OptionGroup var location: DataOption

  func run() async throws {
    let folder = try location.folder
    let faults: [StorageFault]
    let found: StorageVerification?
    do {
      let reader = try file.map { try SQLiteReader(file: $0) } ?? SQLiteReader(folder: folder)
      (faults, found) = try await reader.verify()
      try reader.close()
    } catch {
      throw RelayCommandFailure(storage: error, folder: folder)
    }
    for fault in faults.prefix(Self.toldFaults) { Terminal.say(Self.line(of: fault)) }
    if faults.count > Self.toldFaults {
      Terminal.say("and \(faults.count - Self.toldFaults) more")
    }
    guard faults.isEmpty, let found else {
      throw RelayCommandFailure(
        what: "What is held is not as it was written.",
        safe: "Nothing was changed; every device still holds its whole journal.",
        next:
          "Put a backup into an empty folder: afterwit-relay restore FILE --data DIR; or begin anew "
          + "there, and the devices bring everything")
    }
    Terminal.say("sound: \(found.journals) journals, \(found.envelopes) envelopes")
  }

  private static func line(of fault: StorageFault) -> String {
    let place = [
      fault.journal.map { "journal \($0)" }, fault.position.map { "position \($0)" },
    ].compactMap(\.self)
    return (place + [fault.what]).joined(separator: ": ")
  }
}
