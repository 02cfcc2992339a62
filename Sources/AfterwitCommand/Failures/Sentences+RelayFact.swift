internal import AfterwitDevice

extension Sentences {
  private static let relaySafe = "Everything written here is safe and will be sent later."

  /// The words for what a relay did not do.
  init(_ fact: RelayFact) {
    let safe = Self.relaySafe
    switch fact {
    case .notSet:
      self.init(
        "No relay is set.", safe: "Nothing was changed.",
        next: "Type: afterwit relay set URL --code CODE")
    case .address(let failure): self.init(failure)
    case .unreachable(let obstacle): self.init(obstacle, safe: safe)
    case .notARelay(let reason):
      self.init(
        "What answers there is not a relay: \(reason).", safe: safe,
        next: "Check the address: afterwit relay set URL; what a proxy wants goes with --header")
    case .wrongPath:
      self.init(
        "There is a relay, but not under this path.", safe: safe,
        next: "Give its address with the path that a proxy takes off: afterwit relay set URL")
    case .outOfTime:
      self.init(
        "The relay did not answer in time.", safe: safe,
        next: "Type: afterwit sync, later or with a longer --timeout")
    case .unknownJournal(let address):
      self.init(
        "The relay does not know this journal or this device.", safe: safe,
        next: "With a code of the relay's operator, type: \(Self.setting(address))")
    case .unknownNewcomer:
      self.init(
        "The relay does not know this journal or this device.", safe: safe,
        next: "On another machine of the journal, type: afterwit sync; then here again")
    case .shutOut(let by):
      self.init(
        "This machine was shut out of the journal by "
          + (by.isEmpty ? "another one." : by.joinedAsProse + "."),
        safe: "Everything written here is safe, and stays here.",
        next: "To come back: afterwit device invite there, afterwit device rejoin here")
    case .codeRefused(let address):
      self.init(
        "The relay does not accept the code: it is wrong or was used before.", safe: safe,
        next: "Ask the relay's operator for a new one, then: \(Self.setting(address))")
    case .otherKey(let address):
      self.init(
        "Another relay than before answers there: it shows another key.", safe: safe,
        next: "If its operator began it anew, type: afterwit relay set \(address ?? "URL"), "
          + "with --code CODE to bring the journal")
    case .otherAddress(let address):
      self.init(
        "The relay there is not known by this address.", safe: safe,
        next: "Ask its operator, who names it with: "
          + "afterwit-relay serve --address \(address ?? "URL")")
    case .full:
      self.init(
        "The relay's disk is full.", safe: safe,
        next: "Tell its operator; then type: afterwit sync")
    case .bytesUsedUp(let used, let limit):
      self.init(
        usedUp: "\(Self.mebibytes(used)) of \(Self.mebibytes(limit)) MiB are used, and the last is "
          + "kept for devices")
    case .changesUsedUp(let used, let limit):
      self.init(usedUp: "\(used) of \(limit) changes are used")
    case .tooManyRequests:
      self.init(forNow: "The relay, or a proxy before it, has had too many requests.")
    case .busy:
      self.init(forNow: "The relay is busy, or a proxy before it does not reach it.")
    case .requestTooLarge:
      self.init(forNow: "The relay, or a proxy before it, takes no request that large.")
    case .disobedient(let word):
      self.init(forNow: "The relay did not do what was asked (\(word)).")
    }
  }

  /// The words for what may go better a little later.
  private init(forNow happened: String) {
    self.init(happened, safe: Self.relaySafe, next: "Type: afterwit sync, a little later")
  }

  /// The words for what its operator gives the journal, and how much of it is used.
  private init(usedUp use: String) {
    self.init(
      "The relay takes no more of this journal: \(use).", safe: Self.relaySafe,
      next: "Ask its operator for more; then type: afterwit sync")
  }

  /// Bytes as mebibytes with one decimal, rounded down.
  private static func mebibytes(_ bytes: UInt64) -> String {
    let tenths = (bytes * 10) >> 20
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// The command that brings the journal to a relay.
  private static func setting(_ address: String?) -> String {
    "afterwit relay set \(address ?? "URL") --code CODE"
  }
}
