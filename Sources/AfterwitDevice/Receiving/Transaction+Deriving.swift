internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

extension Transaction {
  /// Empties all tables, and admits every envelope that is held into them again.
  /// - Throws: ``DeviceFailure`` if not all of them can be read; the caller's transaction must then
  ///   fail.
  func deriveAnew(_ identity: Identity) throws {
    var envelopes: [[UInt8]] = []
    try forEachEnvelope { envelopes.append($0) }
    try clear()
    var admitter = try Admitter(self, identity: identity)
    let admission = try admitter.admit(IncomingEnvelope.unchecked(envelopes))
    // An envelope that is not admitted again would be lost: no rebuild is better than a smaller
    // journal.
    guard admission.new == envelopes.count else {
      throw DeviceFailure.home(
        .notReadAgain(envelopes: envelopes.count, read: admission.new))
    }
  }
}
