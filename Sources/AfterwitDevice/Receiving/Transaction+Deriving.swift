internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

extension Transaction {
  /// How many envelopes are admitted at a time: what they touch is held in memory until they are in.
  private static var portion: Int { 4096 }

  /// Empties all tables, and admits every envelope that is held into them again.
  ///
  /// - Parameter areVerified: whether the caller has just checked the signatures of all of them.
  /// - Throws: ``DeviceFailure`` if not all of them can be read; the caller's transaction must then
  ///   fail.
  func deriveAnew(_ identity: Identity, areVerified: Bool = false) throws {
    var envelopes: [[UInt8]] = []
    try forEachEnvelope { envelopes.append($0) }
    // Who is out at the end is out from the beginning, or what it wrote would come and go.
    let roster = try self.roster(genesis: identity.genesis)
    try clear()
    var count = 0
    for start in stride(from: 0, to: envelopes.count, by: Self.portion) {
      let part = envelopes[start..<min(start + Self.portion, envelopes.count)]
      var admitter = try Admitter(self, identity: identity, roster: roster)
      count += try admitter.admit(
        areVerified
          ? part.map(IncomingEnvelope.init(verified:)) : IncomingEnvelope.unchecked(part)
      ).new
    }
    // An envelope that is not admitted again would be lost: no rebuild is better than a smaller
    // journal.
    guard count == envelopes.count else {
      throw DeviceFailure.home(.notReadAgain(envelopes: envelopes.count, read: count))
    }
  }
}
