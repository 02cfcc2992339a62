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
    case .newerVersion:
      self.init(
        "This journal has records of a newer version of Afterwit that this one does not know.",
        safe: "What you write is saved here, and sent when this machine has that version.",
        next: "Install the newest Afterwit here, then type: afterwit sync")
    case .mistypedSecret(let groups):
      let places = groups.map(String.init).joinedAsProse
      self.init(
        groups.isEmpty
          ? "This is not a recovery secret, or it has a mistake."
          : "This recovery secret has a mistake, in group \(places) behind the first hyphen.",
        safe: "Nothing was changed.",
        next: "It begins with awr1- or awr2-, and has groups of four characters.")
    case .otherPaper:
      self.init(
        "This recovery secret is of another journal.", safe: "Nothing was changed.",
        next: "Look for the paper of this journal; without it: afterwit recovery new --add")
    case .voidPaper:
      self.init(
        "This recovery secret was replaced by a newer one.", safe: "Nothing was changed.",
        next: "Look for the newer paper.")
    case .unprovenJournal:
      self.init(
        "This journal was made by an early version, and no paper leads back to it.",
        safe: "Nothing was changed.",
        next: "Make a new journal: afterwit export --format json, then afterwit import there")
    case .nothingSetAside(let name):
      self.init(
        "Nothing of \(name) is set aside.", safe: "Nothing was changed.", next: list)
    case .stillMember(let name):
      self.init(
        "\(name) is a device of the journal still.", safe: "Nothing was changed.",
        next: "Shut it out first: afterwit device revoke " + name)
    case .stillIn:
      self.init(
        "This machine is a device of the journal, so it need not come back.",
        safe: "Nothing was changed.", next: "Type: afterwit sync")
    case .rejoining:
      self.init(
        "This machine is coming back in, and nobody has let it in yet.",
        safe: "Everything written here is safe.",
        next: "Type: afterwit device rejoin; or, to stay out: afterwit device rejoin --give-up")
    case .notRejoining:
      self.init(
        "This machine is not coming back in.", safe: "Nothing was changed.",
        next: "To begin: afterwit device rejoin")
    case .otherInvite:
      self.init(
        "This invite is of another journal than the one here.", safe: "Nothing was changed.",
        next: "For a journal of its own, name another folder: afterwit --home FOLDER device join")
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
