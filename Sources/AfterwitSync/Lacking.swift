public import AfterwitEncoding

/// What a device holds and a relay's heads do not cover, and how much of what it holds waits.
public struct Lacking: Hashable, Sendable {
  /// All that the relay lacks, ancestors before descendants, control envelopes before what needs
  /// them.
  public let pending: [EnvelopeID]
  /// The pending ones that the relay is known to have held once, with their authors.
  public let lost: [EnvelopeID: DeviceID]
  /// The pending ones that are no longer intact here.
  public let damaged: Set<EnvelopeID>
  /// The pending ones that are not sent: the damaged ones, and what follows them in their logs; all
  /// where the journal needs a newer version (AW-SEAL-47).
  public let unsendable: Set<EnvelopeID>
  /// The pending ones that only say what a device holds, of which nobody is told.
  public let acknowledgements: Set<EnvelopeID>
  /// How many of all held envelopes wait for a parent, a key or a member.
  public let waiting: Int

  /// An answer of given parts.
  public init(
    pending: [EnvelopeID], lost: [EnvelopeID: DeviceID] = [:], damaged: Set<EnvelopeID> = [],
    unsendable: Set<EnvelopeID> = [], acknowledgements: Set<EnvelopeID> = [], waiting: Int = 0
  ) {
    self.pending = pending
    self.lost = lost
    self.damaged = damaged
    self.unsendable = unsendable
    self.acknowledgements = acknowledgements
    self.waiting = waiting
  }
}
