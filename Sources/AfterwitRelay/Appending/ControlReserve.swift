internal import AfterwitEncoding
internal import AfterwitWire

// A journal that has used up what it was given must still be able to let a device in, and later to shut
// one out. So the last bytes are kept back for control envelopes. A device that wrote on after the
// journal was full has changes before such an envelope in its log, and without them it cannot be stored:
// those that come with it in one page have the same right. All of them together stay within the bytes
// that were given.
//
// Cost: nothing until a bound is reached; then one look at each envelope of the page.

/// Which envelopes of a page may take what is kept back.
struct ControlReserve {
  private let page: [IncomingEnvelope]
  /// The envelopes that a control envelope of the page goes on from.
  private var leading: Set<EnvelopeID>?

  init(of page: [IncomingEnvelope]) {
    self.page = page
  }

  /// Whether an envelope is a control envelope, or one that leads to one in this page.
  mutating func isFor(_ envelope: Envelope) -> Bool {
    if envelope.header.kind == .control { return true }
    let leading = leading ?? lead()
    self.leading = leading
    return leading.contains(envelope.id)
  }

  private func lead() -> Set<EnvelopeID> {
    var leading: Set<EnvelopeID> = []
    for incoming in page.reversed() {
      guard let envelope = incoming.envelope else { continue }
      if envelope.header.kind == .control || leading.contains(envelope.id) {
        leading.insert(envelope.header.previous)
      }
    }
    return leading
  }
}
