internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit backup`: everything in one encrypted file.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Keeps everything of this machine in one encrypted file, and brings it back.",
    discussion: """
      A passphrase opens the file, or with --paper the journal's recovery secret. What was not sent and \
      drafts are in it; the keys of this machine are not.

      For example:
        afterwit backup make journal.backup
        afterwit backup check journal.backup
      """,
    subcommands: [
      BackupMakeCommand.self, BackupCheckCommand.self, BackupRestoreCommand.self,
    ])
}

/// `afterwit backup make`.
struct BackupMakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Writes a backup of everything into a new file.",
    discussion: """
      The passphrase is asked for twice, or comes through stdin as one line. With --paper none is \
      needed: whoever has the recovery secret opens the file.

      For example:
        afterwit backup make journal.backup
        afterwit backup make --paper /media/stick/journal.backup
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The new file.", completion: .file())
  var file: String
  @Flag(help: "Let the journal's recovery secret open it, and no passphrase.")
  var paper = false

  func run() throws {
    let device = try options.openDevice()
    let new = try NewBackup(at: file, environment: .present())
    let lock: BackupLock
    do {
      lock = paper ? .paper : .passphrase(try TypedSecret.newPassphrase())
    } catch {
      new.abandon()
      throw error
    }
    let report = try device.backUp(to: new, openedBy: lock)
    options.invocation.talk(BackupPage(path: file).made(report))
  }
}

/// `afterwit backup check`.
struct BackupCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Proves that a backup opens and is whole, without restoring anything.",
    discussion: """
      For example:
        afterwit backup check journal.backup
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The backup.", completion: .file())
  var file: String

  func run() throws {
    let backup = try OpenedBackup(file)
    let report = try Device.check(
      backup, openedBy: try TypedSecret.asked(for: backup),
      notingIn: try options.resolvedHome(), environment: try .present())
    try options.invocation.print(
      documents: [JSONValue.document(report)], lines: BackupPage(path: file).checked(report))
  }
}

/// `afterwit backup restore`.
struct BackupRestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Brings everything that a backup holds to a machine that has no journal.",
    discussion: """
      The machine reads at once. It writes when it is a device of the journal: let in by another one \
      with device join, or by the paper with recover. What is written until then is kept as drafts.

      For example:
        afterwit backup restore journal.backup
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The backup.", completion: .file())
  var file: String

  func run() throws {
    let free = try FreeHome(try options.resolvedHome())
    let backup = try OpenedBackup(file)
    let report = try Device.restore(
      backup, openedBy: try TypedSecret.asked(for: backup), in: free,
      environment: try .present())
    options.invocation.talk(BackupPage(path: file).restored(report))
  }
}
