public import AfterwitEncoding

/// What a device holds and a relay's heads do not cover, and what of all that it holds waits.
public struct Lacking: Hashable, Sendable {
  /// All of it, ancestors before descendants; control envelopes come before what needs them.
  public let pending: [EnvelopeID]
  /// Those of it that the relay was known to hold once, with their authors.
  public let lost: [EnvelopeID: DeviceID]
  /// Those of it that are held and no longer intact.
  public let damaged: Set<EnvelopeID>
  /// Those of it that cannot be brought: the damaged ones, and what follows them in their logs.
  public let unsendable: Set<EnvelopeID>
  /// How many of all that are held wait for a parent, a key or a member.
  public let waiting: Int

  /// What is lacking, in given parts.
  public init(
    pending: [EnvelopeID], lost: [EnvelopeID: DeviceID] = [:], damaged: Set<EnvelopeID> = [],
    unsendable: Set<EnvelopeID> = [], waiting: Int = 0
  ) {
    self.pending = pending
    self.lost = lost
    self.damaged = damaged
    self.unsendable = unsendable
    self.waiting = waiting
  }
}
