internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

extension Transaction {
  /// Admits every envelope that is held once more, into empty tables.
  /// - Throws: ``DeviceFailure`` where not all of them can be read; the caller's transaction ends.
  func deriveAnew(_ identity: Identity, _ environment: Environment) throws {
    var envelopes: [[UInt8]] = []
    try forEachEnvelope { envelopes.append($0) }
    try clear()
    var admitter = try Admitter(self, identity: identity, now: environment.nowMilliseconds())
    let admission = try admitter.admit(IncomingEnvelope.unchecked(envelopes))
    // What is not admitted again would be gone: better no rebuild than a smaller journal.
    guard admission.new == envelopes.count else {
      throw DeviceFailure.home(
        .notReadAgain(envelopes: envelopes.count, read: admission.new))
    }
  }
}
