internal import AfterwitDevice
internal import AfterwitEncoding

extension Sentences {
  /// The words for why no open review is meant.
  init(_ fact: ReviewFact) {
    let safe = "Nothing was decided."
    let look = "Type: afterwit review"
    switch fact {
    case .unnamed(let typed):
      self.init(
        "“\(typed)” names no review: a name is an id, or an id, a dot and a number.", safe: safe,
        next: look)
    case .tooShort(let typed, let count):
      self.init(
        "“\(typed)” is too little of an id to decide a review by.", safe: safe,
        next: "Type at least \(count) characters of the id; afterwit review shows it.")
    case .absent(let typed):
      self.init("No open review has an id that begins with “\(typed)”.", safe: safe, next: look)
    case .noPart(let typed):
      self.init("The review “\(typed)” has no such open part.", safe: safe, next: look)
    case .ambiguous(let typed, let ids):
      let some = ids.map(\.shortText).joined(separator: ", ")
      self.init(
        "“\(typed)” is the beginning of several reviews: \(some).", safe: safe,
        next: "Repeat the command with more characters of the id.")
    case .decided(let typed):
      self.init(
        "The review “\(typed)” is decided already, here or on another machine.",
        safe: "Nothing was changed.", next: "How it was decided: afterwit review show \(typed)")
    case .changed(let typed):
      self.init(
        "The review “\(typed)” has changed since it was shown here.", safe: safe,
        next: "Look at it again: afterwit review show \(typed)")
    case .notOfText(let typed):
      self.init(
        "Only a text can be decided in an editor.", safe: safe,
        next: "Type: afterwit review resolve \(typed) --text VALUE, or name a side.")
    }
  }
}
