internal import AfterwitDevice
internal import AfterwitEncoding

extension Sentences {
  /// The words for why nobody was shut out or let in.
  init(_ fact: MembershipFact) {
    let safe = "Nobody was shut out."
    let list = "Type: afterwit device"
    switch fact {
    case .unknown(let typed):
      self.init(
        "No device of the journal is called “\(typed)”.", safe: safe, next: list)
    case .ambiguous(let typed, let devices):
      let ids = devices.map { String($0.description.prefix(16)) }.joinedAsProse
      self.init(
        "“\(typed)” is the name of \(devices.count) devices: \(ids).",
        safe: safe, next: "Give the beginning of an id.")
    case .oneself:
      self.init(
        "This is the machine that you type on.", safe: safe,
        next: "Shut it out from another machine, or by the recovery secret.")
    case .isOut(let name):
      self.init(
        "\(name) is out already.", safe: "Nothing was changed.", next: list)
    case .notYounger(let name):
      self.init(
        "\(name) was not let in after this machine, which so cannot shut it out.",
        safe: safe,
        next: "Do it on an older machine, or: afterwit --home NEW recover URL --lost "
          + name)
    case .ownExclusion:
      self.init("This machine itself is out.", safe: safe, next: "Do it on another machine.")
    case .incomplete(let waiting):
      self.init(
        waiting == 0
          ? "The journal has changed meanwhile."
          : "\(waiting) changes have not come as a whole yet.",
        safe: safe, next: "Type: afterwit sync; then again.")
    case .mistypedSecret:
      self.init(
        "This is not a recovery secret, or it has a mistake.", safe: "Nothing was changed.",
        next: "It begins with awr1- and has eight groups of four characters.")
    case .noJournal:
      self.init(
        "The relay there knows no journal of this recovery secret.", safe: "Nothing was changed.",
        next: "Check the address, and whether the paper is of this journal.")
    case .declined:
      self.init(
        "You did not say yes.", safe: "This machine is no device of the journal.",
        next: "Ask the relay's operator for a newer state; then type the same again.")
    case .otherJournal:
      self.init(
        "The relay gives a journal that this recovery secret has not signed.",
        safe: "Nothing was taken from it.", next: "Do not trust it; try another relay or a copy.")
    }
  }
}
