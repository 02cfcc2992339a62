internal import AfterwitDevice

extension Sentences {
  /// The words for why a bundle was not made, or cannot be taken.
  init(_ fact: BundleFact) {
    let nothing = "Nothing was changed."
    switch fact {
    case .file(let fact): self.init(fact, of: "bundle")
    case .otherJournal(let path):
      self.init(
        "“\(path)” is a bundle of another journal.", safe: "Nothing was taken from it.",
        next: "Take it in a home of that journal, named with --home.")
    case .oneself:
      self.init(
        "This is the machine that you type on.", safe: nothing,
        next: "Name another device; see: afterwit device")
    }
  }
}
