internal import AfterwitDevice

extension Sentences {
  /// The words for what the store did not do.
  init(_ fact: StorageFact) {
    let safe = "What was saved before is safe; nothing was changed."
    switch fact {
    case .notWritable(let reason):
      self.init(
        "The journal cannot be written here: \(reason).", safe: safe,
        next: "Check the folder's permissions, or name another with --home.")
    case .notReadable(let reason):
      self.init(
        "The journal cannot be read here: \(reason).", safe: "It was left as it is.",
        next: "Check whose folder it is and its permissions, or name another with --home.")
    case .unindexed:
      self.init(
        "The journal was not closed well, and cannot be read where nothing can be written.",
        safe: "It was left as it is.",
        next: "Copy the folder to where you may write, and read it there with --home COPY.")
    case .replaced:
      self.init(
        "The journal's file was replaced or rewritten while it was open.", safe: safe,
        next: "Repeat the command.")
    case .busy:
      self.init(
        "Another process has held the journal for too long.", safe: safe,
        next: "Wait for it to end, then repeat the command.")
    case .full:
      self.init(
        "The disk is full.", safe: safe, next: "Free some space, then repeat the command.")
    case .damaged(let reason):
      self.init(
        "The journal's file cannot be used: \(reason).", safe: "The file was left as it is.",
        next: "To see what is intact, type: afterwit store check")
    case .newerSchema(let version):
      self.init(
        "The journal was written by a later version of afterwit (schema \(version)).",
        safe: "The file was left as it is.", next: "Install the current version of afterwit.")
    case .input(let reason):
      self.init(
        "The disk did not do its part: \(reason).", safe: safe,
        next: "Check the disk, then repeat the command.")
    case .inDoubt(let reason):
      self.init(
        "The disk did not say whether this is saved: \(reason).",
        safe: "What was saved before is safe; this is there as a whole, or not at all.",
        next: "Check the disk, and repeat the command if afterwit list does not show it.")
    }
  }
}
