internal import AfterwitDevice

extension Sentences {
  /// The words for why this device cannot write a change.
  init(_ fact: WritingFact) {
    switch fact {
    case .noKey:
      self.init(
        "This device has not received the journal's key yet.", safe: "Nothing was changed.",
        next: "Type: afterwit sync")
    case .restored:
      self.init(
        "This machine holds a restored backup, and is no device of the journal yet.",
        safe: "Nothing was changed.",
        next: "Type: afterwit device join < line. Or, by the paper: afterwit recover URL.")
    case .unfit:
      self.init(
        "The edit does not fit the text it was made on.", safe: "Nothing was changed.",
        next: "Open the entry again and repeat the edit.")
    case .tooLarge(let bytes, let limit):
      self.init(
        "The edit has \(bytes) bytes, more than the \(limit) one change may have.",
        safe: "Nothing in the journal was changed.", next: "Save it in several smaller edits.")
    case .noRoomForSuccessor:
      self.init(
        "Another machine writes under this folder's keys, and the journal takes no further device.",
        safe: "All that was written is kept, and sync goes on.",
        next: "Write on another device of the journal.")
    }
  }
}
