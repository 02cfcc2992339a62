public import AfterwitEncoding

/// What became of the envelopes of one call of `Replica.admit`; each is counted once.
public struct Admission: Hashable, Sendable {
  /// New, and applied.
  public var admitted = 0
  /// Of an id that is held, whatever its signature; or twice in the same call.
  public var alreadyHeld = 0
  /// New, and kept until a parent, a key or a member is known.
  public var waiting = 0
  /// New, and kept though its kind is not understood.
  public var unknown = 0
  /// Not kept: bytes that are not an envelope, pass a limit, or belong to another journal.
  public var malformed = 0
  /// Not kept: signed by nobody, by another, or over another payload.
  public var forged: Set<EnvelopeID> = []
  /// Not kept: its author is no member as far as is known; it may become one.
  public var strangers: Set<EnvelopeID> = []
  /// Not kept: well signed, but the envelope before it in its log is not held; by device.
  public var gaps: Set<DeviceID> = []
  /// Devices whose log has one branch more than before this call.
  public var forkedDevices: Set<DeviceID> = []

  /// An admission of nothing, to be counted up.
  public init() {}

  /// How many envelopes are held now that were not before.
  public var new: Int { admitted + waiting + unknown }

  /// Whether anything was genuine and in place.
  var isUseful: Bool { new + alreadyHeld > 0 }

  /// Whether anything can never be admitted.
  var isTainted: Bool { malformed > 0 || !forged.isEmpty }
}
