internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal

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
      let some = ids.map { String($0.prefix(typed.count + 4)) }.joined(separator: ", ")
      self.init(
        "“\(typed)” is the beginning of several ids: \(some).", safe: safe,
        next: "Repeat the command with more characters of the id.")
    case .tooShort(let typed, let count):
      self.init(
        "“\(typed)” is too little of an id to change an entry by.", safe: safe,
        next: "Type at least \(count) characters of the id (afterwit list shows it), or @ for the "
          + "last one touched.")
    case .isElement(let typed):
      self.init(
        "“\(typed)” is an item of a list, and an entry is wanted here.", safe: safe,
        next: "Type: afterwit show \(typed)")
    case .isEntry(let typed):
      self.init(
        "“\(typed)” is an entry, and an item of a list is wanted here.", safe: safe,
        next: "Its items have ids of their own: afterwit show \(typed)")
    case .ofSeveralLists:
      self.init(
        "The items are not of one list.", safe: safe,
        next: "Move items to a place in their own list.")
    case .movedToItself:
      self.init(
        "An item cannot go beside itself, or beside one that was removed.", safe: safe,
        next: "Name another item of the list, or use --first or --last.")
    case .isRemoved(let id):
      self.init(
        "The item \(id) was removed.", safe: safe,
        next: "Bring it back first: afterwit restore \(id)")
    case .isNeverDone(let list):
      self.init(
        "Items of “\(list)” are not something to be done.", safe: safe,
        next: "Steps and follow-ups are: afterwit show @")
    case .notCounted(let kind):
      self.init(
        "A \(kind.rawValue) counts nothing.", safe: safe,
        next: "Mantras are recited: afterwit list --kind mantra")
    case .ofLaterVersion(let id):
      self.init(
        "The entry \(id.shortText) was written by a later version of afterwit.",
        safe: "It is kept as it is.", next: "Install the current version of afterwit.")
    }
  }
}
