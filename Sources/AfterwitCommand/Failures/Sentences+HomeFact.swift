internal import AfterwitDevice

extension Sentences {
  /// The words for what is wrong with a home.
  init(_ fact: HomeFact) {
    switch fact {
    case .used(let path):
      self.init(
        "There is a journal in \(path) already.", safe: "It was not touched.",
        next: "Use it, or name another folder with --home.")
    case .notAFolder(let path):
      self.init(
        "\(path) is not a folder.", safe: "It was left as it is.",
        next: "Name a folder that is new or empty with --home.")
    case .foreign(let path):
      self.init(
        "The folder \(path) holds other things, and a journal takes one of its own.",
        safe: "It was left as it is.", next: "Name a folder that is new or empty with --home.")
    case .unlisted(let path):
      self.init(
        "The folder \(path) does not show what it holds.", safe: "It was left as it is.",
        next: "Check its permissions, or name another with --home.")
    case .notBegun(let path):
      self.init(
        "There is no journal in \(path) yet.", safe: "Nothing was changed.",
        next: "Type: afterwit init, or on a further machine: afterwit device join")
    case .joining(let path):
      self.init(
        "The machine of \(path) has begun to join a journal, and is not in yet.",
        safe: "Its keys are kept.",
        next: "Type: afterwit device join. If it came by the paper: afterwit recover URL")
    case .withoutJournal(let path):
      self.init(
        "There is no journal in \(path).", safe: "Nothing was changed.",
        next: "Name another folder.")
    case .nameLength(let limit):
      self.init(
        "A device's name has 1 to \(limit) bytes.", safe: "Nothing was made.",
        next: "Repeat the command with another --name.")
    case .keysGone(let database, let home, let intact):
      self.init(
        "The device's keys are gone from \(database).",
        safe: "The file was left as it is; \(intact) envelopes in it are intact.",
        next: "Join anew with --home NEW (on another machine: afterwit device invite), then type: "
          + "afterwit --home NEW store salvage --from \(home)")
    case .notReadAgain(let envelopes, let read):
      self.init(
        "Of \(envelopes) envelopes only \(read) could be read again.",
        safe: "The journal was left as it was.", next: "Type: afterwit store check")
    case .recoveryFileExists(let path):
      self.init(
        "\(path) exists already, and a recovery secret never replaces a file.",
        safe: "Nothing was changed.", next: "Name a new file with --recovery-file.")
    case .recoveryFileNotWritable(let path, let reason):
      self.init(
        "\(path) cannot be written: \(reason).", safe: "No journal was made.",
        next: "Name another file with --recovery-file.")
    }
  }
}
