public import AfterwitEncoding

/// What a device holds and a relay's heads do not cover.
public struct Lacking: Hashable, Sendable {
  /// All of it, ancestors before descendants; control envelopes come before what needs them.
  public let pending: [EnvelopeID]
  /// Those of it that the relay was known to hold once, with their authors.
  public let lost: [EnvelopeID: DeviceID]

  /// What is lacking, in given parts.
  public init(pending: [EnvelopeID], lost: [EnvelopeID: DeviceID] = [:]) {
    self.pending = pending
    self.lost = lost
  }
}
