internal import AfterwitDevice

/// The passphrase of a backup, or the recovery secret, from the terminal or as one line of stdin.
///
/// Nothing of it ever stands on a command line, where every user of the machine can read it.
enum TypedSecret {
  /// A passphrase for a new backup; at the terminal it is asked for twice.
  static func newPassphrase() throws -> String {
    guard StandardInput.isTerminal else {
      return try long(try line(of: "the passphrase"))
    }
    let first = try long(try asked("A passphrase for the backup: "))
    guard try asked("The same once more: ") == first else {
      throw DeviceFailure.backup(.differentPassphrases)
    }
    return first
  }

  /// What opens a backup.
  static func asked(for backup: OpenedBackup) throws -> BackupSecret {
    let what = backup.isOnPaper ? "the recovery secret" : "the passphrase"
    let text =
      StandardInput.isTerminal
      ? try asked(backup.isOnPaper ? "The recovery secret, from awr on: " : "The passphrase: ")
      : try line(of: what)
    return backup.isOnPaper ? .paper(text) : .passphrase(text)
  }

  private static func long(_ text: String) throws -> String {
    guard text.count >= BackupLock.leastLength else {
      throw DeviceFailure.backup(.shortPassphrase(least: BackupLock.leastLength))
    }
    return text
  }

  private static func asked(_ question: String) throws -> String {
    switch HiddenLine.ask(question) {
    case .line(let text): return text
    case .end(let signal):
      if let signal { throw Interrupted(signal: signal, failure: nil) }
      throw CommandFailure.usage("Nothing was typed.", next: "Repeat the command.")
    }
  }

  private static func line(of what: String) throws -> String {
    guard let line = StandardInput.line() else {
      throw CommandFailure.usage(
        "Nothing came through stdin, where \(what) is awaited.",
        next: "Type it at a terminal, or send it as one line.")
    }
    return line
  }
}
