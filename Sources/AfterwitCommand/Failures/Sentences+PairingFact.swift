internal import AfterwitDevice

extension Sentences {
  /// The words for why no further machine was admitted.
  init(_ fact: PairingFact) {
    let safe = "No device was admitted."
    let differ =
      "If they differed, somebody else has the invite: make a new one and send it another way."
    switch fact {
    case .badInvite:
      self.init(
        "The invite is wrong, has expired or was used before.", safe: "Nothing was changed.",
        next: "On the other machine, type: afterwit device invite")
    case .declinedHere:
      self.init("The words were not confirmed.", safe: safe, next: differ)
    case .declinedThere:
      self.init("The other machine did not confirm the words.", safe: safe, next: differ)
    case .untrusted(let check):
      self.init(
        "The other side of the pairing is not what it says (\(check)).", safe: safe,
        next: "Make a new invite, and send it so that nobody else can read it.")
    }
  }
}
