internal import AfterwitDevice
internal import AfterwitEncoding

extension Sentences {
  /// The words for why no entry is meant.
  init(_ fact: EntryFact) {
    let safe = "Nothing was changed."
    switch fact {
    case .absent(let typed):
      self.init(
        "No entry has an id that begins with “\(typed)”.", safe: safe, next: "Type: afterwit list")
    case .noneTouched:
      self.init(
        "No entry has been touched on this device yet.", safe: safe, next: "Type: afterwit list")
    case .ambiguous(let typed, let ids):
      let some = ids.map { String($0.text.prefix(typed.count + 4)) }.joined(separator: ", ")
      self.init(
        "“\(typed)” is the beginning of several ids: \(some).", safe: safe,
        next: "Repeat the command with more characters of the id.")
    case .tooShort(let typed, let count):
      self.init(
        "“\(typed)” is too little of an id to change an entry by.", safe: safe,
        next: "Type at least \(count) characters of the id (afterwit list shows it), or @ for the "
          + "last one touched.")
    case .ofLaterVersion(let id):
      self.init(
        "The entry \(id.shortText) was written by a later version of afterwit.",
        safe: "It is kept as it is.", next: "Install the current version of afterwit.")
    case .noWordToFind:
      self.init("There is no word to look for.", safe: safe, next: "Type: afterwit find WORDS")
    }
  }
}
