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
    case .unanswered:
      self.init(
        "The other machine has not said that this one is in.",
        safe: "This machine keeps its keys, and comes back with them.",
        next: "On the other machine, type: afterwit sync; then here: afterwit device join. If that "
          + "ends so again, join with a new line of: afterwit device invite")
    case .contested:
      self.init(
        "Somebody else answered with this invite as well, or at the wrong time.", safe: safe,
        next: "Type: afterwit device invite, and give the new line to one machine only.")
    case .untold:
      self.init(
        "The other machine is admitted here, and the relay could not be told.",
        safe: "It keeps its keys, and the admission is kept here.",
        next: "Type: afterwit sync; then on the other machine: afterwit device join")
    case .tooManyInvites:
      self.init(
        "The journal has as many open invites as the relay takes.", safe: safe,
        next: "End those on other machines with ^C, or try again in ten minutes.")
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
