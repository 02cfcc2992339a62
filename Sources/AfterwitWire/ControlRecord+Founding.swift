import AfterwitEncoding

extension ControlRecord {
  /// The records of a genesis envelope: `wrap` gives the first key to a member.
  public static func founding<Failure: Error>(
    founder: Member, recovery: Member, epoch: Epoch,
    wrap: (Member) throws(Failure) -> WrappedKey
  ) throws(Failure) -> [ControlRecord] {
    [
      .member(founder), .member(recovery), .epoch(epoch), .wrappedKey(try wrap(founder)),
      .wrappedKey(try wrap(recovery)),
    ]
  }

  /// The records of a control envelope.
  /// - Throws: ``EnvelopeFailure`` of the layer `syntax`.
  static func records(of envelope: Envelope) throws(EnvelopeFailure) -> [ControlRecord] {
    do throws(DecodingFailure) {
      return try decode(envelope.payload)
    } catch {
      throw EnvelopeFailure(layer: .syntax, what: "control payload at offset \(error.offset)")
    }
  }

  /// Whether this version knows what it says.
  var isUnderstood: Bool {
    if case .unknown = self { false } else { true }
  }
}
