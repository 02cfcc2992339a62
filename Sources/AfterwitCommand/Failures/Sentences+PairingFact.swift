internal import AfterwitDevice

extension Sentences {
  /// The words for why no further machine was admitted.
  init(_ fact: PairingFact) {
    let safe = "No device was admitted."
    let differ =
      "If the words differed, somebody else has the invite: make a new one and send it another way."
    switch fact {
    case .notAnInvite:
      self.init(
        "This is not an invite, or not the whole of one.", safe: "Nothing was changed.",
        next: "Copy all that afterwit device invite shows on the other machine, from awi1- on.")
    case .staleInvite:
      self.init(
        "The invite has expired or was used before.", safe: "Nothing was changed.",
        next: "On the other machine, type: afterwit device invite")
    case .nobodyCame:
      self.init(
        "No machine has come with the invite within ten minutes.", safe: safe,
        next: "Type: afterwit device invite, and give the new line to the other machine.")
    case .declinedHere:
      self.init("The words were not confirmed.", safe: safe, next: differ)
    case .declinedThere:
      self.init("The other machine said no.", safe: safe, next: differ)
    case .abandoned:
      self.init(
        "The other machine gave up, or the ten minutes of the invite are over.", safe: safe,
        next: "Begin anew with: afterwit device invite, on the machine that is in the journal.")
    case .noRoom(let limit):
      self.init(
        "The journal has \(limit) devices, as many as it may have.", safe: safe,
        next: "Write on one of them: afterwit device list shows all.")
    case .untrusted(let check):
      self.init(
        "The other side of the pairing is not what it says (\(check)).", safe: safe,
        next: "Make a new invite, and send it so that nobody else can read it.")
    }
  }
}
