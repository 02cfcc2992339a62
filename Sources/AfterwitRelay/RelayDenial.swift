package import AfterwitEncoding
package import AfterwitWire

/// Why the relay does not do what was asked, and a sentence for a person.
package struct RelayDenial: Error, Hashable, Sendable {
  /// The word that a client acts on.
  package let refusal: RelayRefusal
  /// One sentence; never anything that the caller may not know.
  package let sentence: String
  /// After how many seconds it is worth asking again.
  package let retryAfterSeconds: Int?
  /// Where a device was shut out, by whom.
  package let by: [DeviceID]

  /// A denial with the sentence that goes with the refusal, unless another is given.
  package init(
    _ refusal: RelayRefusal, _ sentence: String? = nil, retryAfterSeconds: Int? = nil,
    by: [DeviceID] = []
  ) {
    self.refusal = refusal
    self.sentence = sentence ?? Self.sentence(of: refusal)
    self.retryAfterSeconds = retryAfterSeconds
    self.by = by
  }

  private static func sentence(of refusal: RelayRefusal) -> String {
    switch refusal {
    case .malformed: "The request is malformed."
    case .unauthorized: "There is no session, or it has ended."
    case .code: "The code is wrong, used or too old."
    case .out: "This device was shut out of its journal."
    case .unknown: "There is nothing here for this caller."
    case .path: "No call of a relay has this method and path."
    case .cursor: "The cursor is not of this relay's order."
    case .tooLarge: "The request is too large."
    case .tooMany: "There are too many requests."
    case .address: "This relay is not known by the address that was dialled."
    case .full: "The relay's disk is full."
    case .busy: "The relay is busy or stopping."
    }
  }
}
