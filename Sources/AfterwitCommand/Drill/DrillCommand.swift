internal import AfterwitDevice
internal import ArgumentParser
internal import Synchronization

/// `afterwit drill`.
struct DrillCommand: AwaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill",
    abstract: "Rehearses the bad days: the relay, the paper, a backup, a relay that is lost.",
    discussion: """
      Everything is brought back once, into a folder that is thrown away, and compared with what is \
      here. Nothing is written into the journal. The recovery secret is typed, or comes through stdin \
      as one line; the passphrase of a backup, as the next.

      For example:
        afterwit drill
        afterwit drill --backup journal.backup
      """)

  @OptionGroup var options: GlobalOptions
  @Option(parsing: .unconditional, help: "A backup to be rehearsed as well.", completion: .file())
  var backup: String?
  @Flag(help: "Do not ask whether to begin.")
  var yes = false

  func perform() async throws {
    // The executable that has a network runs a command from its beginning, before it reads anything.
    _ = try Connection.network()
    let device = try options.openDevice()
    let status = try device.status()
    let file = try backup.map { (path) throws(DeviceFailure) in try OpenedBackup(path) }
    let question = try Question(
      yes: yes, what: "There is no terminal to ask at.",
      otherwise: "Add --yes; the recovery secret comes through stdin, or is left out.")
    guard
      question.agrees(to: "Bring everything back once, in a folder that is thrown away?")
    else { return Output.talk("Nothing was done.") }
    let paper = try Self.paper()
    let secret = try file.map { file in
      // One paper opens the journal and its backups.
      if file.isOnPaper, let paper { return BackupSecret.paper(paper) }
      return try TypedSecret.asked(for: file)
    }
    let page = DrillPage(style: .standardOutput)
    let invocation = options.invocation
    let route =
      status.relay == nil
      ? nil : try Connection.route(of: device, insecure: options.insecure)
    let drill = try Drill(device)
    let opened = file.flatMap { file in secret.map { (file, $0) } }
    let ended = Mutex<[Rehearsal]>([])
    do {
      try await untilInterrupted { _ in
        let rehearsals = Rehearsals(
          drill: drill, route: route, paper: paper, backup: opened,
          hasBackup: status.backupMade != nil
        ) { rehearsal in
          ended.withLock { $0.append(rehearsal) }
          try invocation.print(
            documents: [JSONValue.document(rehearsal)], lines: [page.line(rehearsal)])
        }
        try await rehearsals.perform()
      }
    } catch {
      try? drill.end(hasHeld: false)
      throw error
    }
    let all = ended.withLock { $0 }
    let failure = DrillPage.failure(all)
    try drill.end(hasHeld: failure == nil)
    if let failure { throw failure }
    invocation.talk([page.end(all)])
  }

  /// The recovery secret; `nil` where nothing is typed.
  private static func paper() throws -> String? {
    let typed: String?
    if StandardInput.isTerminal {
      switch HiddenLine.ask("The recovery secret, from awr on (or nothing, to leave it out): ") {
      case .line(let text): typed = text
      case .end(let signal):
        if let signal { throw Interrupted(signal: signal, failure: nil) }
        typed = nil
      }
    } else {
      typed = StandardInput.line()
    }
    return typed.flatMap { $0.trimmed.isEmpty ? nil : $0 }
  }
}
