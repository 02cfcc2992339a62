internal import AfterwitDevice

extension Sentences {
  /// The words for why a backup was not made, or cannot be read or restored.
  init(_ fact: BackupFact) {
    let nothing = "Nothing was changed."
    let other = "Take another copy of it; afterwit backup check tells whether that one is whole."
    switch fact {
    case .file(let fact): self.init(fact, of: "backup")
    case .wrongPassphrase(let path):
      self.init(
        "The passphrase is not the one of “\(path)”; the file itself is not damaged there.",
        safe: nothing, next: "Repeat the command with the other passphrase.")
    case .wrongPaper(let path):
      self.init(
        "The recovery secret is not the one of “\(path)”; the file itself is not damaged there.",
        safe: nothing, next: "Repeat the command with the paper of that journal.")
    case .truncated(let path):
      self.init("“\(path)” ends in the middle.", safe: nothing, next: other)
    case .damaged(let path):
      self.init("“\(path)” is damaged.", safe: nothing, next: other)
    case .shortPassphrase(let least):
      self.init(
        "A passphrase has at least \(least) characters.", safe: nothing,
        next: "Repeat the command with a longer one; several words are easy to keep.")
    case .differentPassphrases:
      self.init(
        "The two passphrases are not the same.", safe: nothing, next: "Repeat the command.")
    case .noPaper:
      self.init(
        "The journal has no recovery secret that is good.", safe: nothing,
        next: "Type the command without --paper, and give the backup a passphrase.")
    case .otherJournal:
      self.init(
        "This machine holds a restored backup of another journal.", safe: nothing,
        next: "Name another folder with --home NEW.")
    case .largeDraft(let path, let limit):
      self.init(
        "The draft in \(path) has more than \(limit >> 20) MiB.", safe: "It was not touched.",
        next: "Save it or move it elsewhere, then repeat the command.")
    }
  }
}
