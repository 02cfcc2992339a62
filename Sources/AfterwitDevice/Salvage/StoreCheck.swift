public import AfterwitEncoding

/// What a look at the journal's file found, without opening it as a journal.
public struct StoreCheck: Hashable, Sendable {
  /// What SQLite says is wrong; empty where the file is sound.
  public let problems: [String]
  /// How many envelopes are intact: whole, and signed by a device of the journal.
  public let intact: Int
  /// How many of them a journal made of what is intact would hold.
  public let joined: Int
  /// How many changes are intact and open with the keys that are there.
  public let readable: Int
  /// How many envelopes are damaged or missing, as far as the others tell.
  public let lost: Int
  /// Whether the device's own keys are there.
  public let hasKeys: Bool

  /// Whether what is shown is what the envelopes give; `nil` where that was not looked at.
  public internal(set) var isViewSound: Bool?

  /// Whether nothing is wrong with the file, the envelopes and the keys.
  var isGroundSound: Bool { problems.isEmpty && lost == 0 && hasKeys }

  /// Whether nothing is wrong.
  public var isSound: Bool { isGroundSound && isViewSound != false }
}

/// What a salvage did.
public struct SalvageReport: Hashable, Sendable {
  /// How many envelopes came into the journal's file.
  public let taken: Int
  /// How many intact ones could not, because one before them in their log is lost.
  public let left: Int
  /// A file with the words of these, or `nil` where there are none.
  public let words: String?
  /// Where the damaged file is kept, or `nil` where nothing was replaced.
  public let aside: String?
  /// Whether what is shown was derived anew.
  public let isDerivedAnew: Bool
  /// Devices whose log was found to have one branch more.
  public let forkedDevices: Set<DeviceID>
  /// Whether a relay is set, so that what is lost may be there.
  public let hasRelay: Bool
}
