public import AfterwitEncoding

/// What a session did, and how it ended.
public struct SyncReport: Hashable, Sendable {
  /// How a session ended.
  public enum Outcome: Hashable, Sendable {
    /// Device and relay hold the same.
    case agreed
    /// Everything was done that can be done, and the heads still differ.
    case disagreed
    /// One direction failed; see ``SyncReport/pullFailure`` and ``SyncReport/pushFailure``.
    case interrupted
    /// The relay does not know this journal or this member, and no code is at hand.
    case unknownJournal
    /// This device was shut out of the journal, and by whom, as far as the relay says.
    case shutOut(by: [DeviceID])
    /// The relay refused the operator's code, which is forgotten.
    case codeRefused
    /// No session could be opened, or the relay gave no heads.
    case failed(RelayFailure)
    /// The budget of time was used up.
    case outOfTime
  }

  /// Why a relay did not store an envelope that it could read.
  public enum Refusal: Hashable, CaseIterable, Sendable {
    /// The log of its device has too many open branches.
    case branches
    /// The relay does not know its author.
    case author
    /// The relay lacks what comes before it.
    case gap
    /// The relay finds it damaged, or of another journal.
    case damage
  }

  /// How it ended.
  public internal(set) var outcome: Outcome = .disagreed
  /// Envelopes that came and are now held, waiting and unknown ones included; not those that only say
  /// what another device holds.
  public internal(set) var pulled = 0
  /// Envelopes that the relay stored from this device; not those that only say what a device holds.
  public internal(set) var pushed = 0
  /// Envelopes that came although they were already held.
  public internal(set) var alreadyHeld = 0
  /// Held envelopes that wait for a parent, a key or a member; if no heads came, only the pulled
  /// ones are counted.
  public internal(set) var waiting = 0
  /// Pulled envelopes of a kind that is not understood.
  public internal(set) var unknown = 0
  /// Envelopes that were refused: malformed, badly signed, or not by a member of this journal.
  public internal(set) var forged = 0
  /// Envelopes of this device that the relay would not store.
  public internal(set) var declined = 0
  /// How many of those it refused for each reason; the others are too large for it.
  public internal(set) var refusals: [Refusal: Int] = [:]
  /// Envelopes that are no longer intact here, and that the relay lacks.
  public internal(set) var damaged = 0
  /// Devices whose log was found to have more branches than before.
  public package(set) var forkedDevices: Set<DeviceID> = []
  /// Those of them that this home itself was until now: it was copied.
  public package(set) var ownForks: Set<DeviceID> = []
  /// Earlier identities of this device, which it gave up for a new one.
  public package(set) var formerDevices: Set<DeviceID> = []
  /// Those who were shut out since a report said so, and by whom.
  public package(set) var shutOut: [DeviceID: [DeviceID]] = [:]
  /// Whether the journal holds what only a newer version may pass over, so that nothing is sent.
  public package(set) var needsNewerVersion = false
  /// How many envelopes of each author the relay had lost and holds again.
  public internal(set) var restored: [DeviceID: Int] = [:]
  /// Envelopes that are held here and that the relay's heads do not cover; `nil` if no heads came.
  ///
  /// An upper bound while tips are missing here, because a tip that is not held covers nothing.
  public internal(set) var pending: Int?
  /// Tips of the relay that are not held here; `nil` if no heads came.
  public internal(set) var missing: Int?
  /// The relay's generation, if it answered.
  public internal(set) var generation: Generation?
  /// Whether the relay's generation differs from the one that was remembered.
  public internal(set) var generationChanged = false
  /// Calls made to the relay, repeated ones included, but not calls made ahead and never needed.
  public internal(set) var roundTrips = 0
  /// Why pulling ended early.
  public internal(set) var pullFailure: RelayFailure?
  /// Why pushing ended early.
  public internal(set) var pushFailure: RelayFailure?

  /// A report of nothing, to be filled in.
  public init() {}

  /// Whether device and relay hold the same.
  public var agreed: Bool { outcome == .agreed }
}
