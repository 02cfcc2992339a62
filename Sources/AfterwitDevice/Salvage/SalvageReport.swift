public import AfterwitEncoding

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
