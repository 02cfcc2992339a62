internal import AfterwitDevice
internal import AfterwitEncoding

extension Sentences {
  /// The words for why a draft cannot be recovered.
  init(_ fact: RecoveryFact) {
    let safe = "Nothing in the journal was changed."
    switch fact {
    case .gone(let path):
      self.init("The draft \(path) is gone.", safe: safe, next: "Type: afterwit draft list")
    case .notUTF8(let path):
      self.init(
        "The draft's text is not valid UTF-8.", safe: safe,
        next: "Convert \(path) to UTF-8, and repeat the command.")
    case .open(let name):
      self.init(
        "The draft \(name) is open in an editor.", safe: "It was left as it is.",
        next: "Save it there and close the editor, or end that process, and repeat the command.")
    case .ofUnknownEntry(let name):
      self.init(
        "It is not known which entry the draft \(name) belongs to.", safe: safe,
        next: "Type: afterwit draft recover \(name) --to ENTRY --field FIELD")
    case .ofUnknownVersion(let name, let entry, let field):
      self.init(
        "The journal does not hold the version that was opened.", safe: safe,
        next: "Type: afterwit sync, or: afterwit draft recover \(name) "
          + "--to \(entry.shortText) --field \(field ?? "FIELD")")
    case .changedAfterwards(let name, let entry):
      self.init(
        "What the draft \(name) said was saved, and it was changed after that.", safe: safe,
        next: "Type: afterwit edit \(entry.shortText), and copy from it what is missing; then: "
          + "afterwit draft drop \(name)")
    case .untouched(let name):
      self.init(
        "The draft \(name) is still as it was opened.", safe: "It was left as it is.",
        next: "Save it in the editor first, or throw it away: afterwit draft drop \(name)")
    case .unsaved(_, let path, let file):
      self.init(
        "The editor has died, and \(file) may hold words that the draft does not.", safe: safe,
        next: "Open \(path) with that editor, which offers to bring them back; save, and repeat "
          + "the command. Or remove the file.")
    case .tooShort(let typed, let count):
      self.init(
        "“\(typed)” is too little of a draft's name to change something by.",
        safe: "Nothing was changed.", next: "Type at least \(count) characters of the name.")
    case .absent(let typed):
      self.init(
        "No draft has a name that begins with “\(typed)”.", safe: "Nothing was changed.",
        next: "Type: afterwit draft list")
    case .ambiguous(let typed, let names):
      self.init(
        "“\(typed)” is the beginning of several drafts: \(names.joined(separator: ", ")).",
        safe: "Nothing was changed.", next: "Repeat the command with more of the name.")
    }
  }
}
