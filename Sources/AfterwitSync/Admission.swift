public import AfterwitEncoding

/// What became of the envelopes of one call of `Replica.admit`; each is counted once.
public struct Admission: Hashable, Sendable {
  /// New, and applied.
  public var admitted = 0
  /// Already held under the same id, whatever the signature; or repeated in the same call.
  public var alreadyHeld = 0
  /// New, and kept until a parent, a key or a member is known.
  public var waiting = 0
  /// New, and kept although its kind is not understood.
  public var unknown = 0
  /// New, and only what another device says that it holds.
  public var acknowledgements = 0
  /// Not kept: the bytes are not an envelope, exceed a limit, or belong to another journal.
  public var malformed = 0
  /// Not kept: the signature is not the author's, or is not over this payload.
  public var forged: Set<EnvelopeID> = []
  /// Not kept: the author is not known to be a member, but may become one.
  public var strangers: Set<EnvelopeID> = []
  /// Devices of envelopes not kept: well signed, but the envelope before it in its log is not held.
  public var gaps: Set<DeviceID> = []
  /// Devices whose log has more branches than before this call.
  public var forkedDevices: Set<DeviceID> = []

  /// An admission of nothing, to be filled in.
  public init() {}

  /// Adds what became of a further part of the same page.
  public mutating func add(_ next: Admission) {
    admitted += next.admitted
    alreadyHeld += next.alreadyHeld
    waiting += next.waiting
    unknown += next.unknown
    acknowledgements += next.acknowledgements
    malformed += next.malformed
    forged.formUnion(next.forged)
    strangers.formUnion(next.strangers)
    gaps.formUnion(next.gaps)
    forkedDevices.formUnion(next.forkedDevices)
  }

  /// How many envelopes are held now that were not before.
  public var new: Int { admitted + waiting + unknown + acknowledgements }

  /// Whether anything was genuine and had its place in a log.
  var isUseful: Bool { new + alreadyHeld > 0 }

  /// Whether anything can never be admitted.
  var isTainted: Bool { malformed > 0 || !forged.isEmpty }
}
