public import AfterwitEncoding

/// What is set aside of a device that is out, and would be let in.
public struct AdoptionPlan: Hashable, Sendable {
  /// Who wrote it.
  public let device: DeviceID
  /// Its name; `nil` if none was read.
  public let name: String?
  /// How many changes.
  public let changes: Int
  /// The entries that they are about, as they come.
  public let entries: [EntryID]
  /// The time of the first of them, in milliseconds since 1970.
  public let firstMilliseconds: UInt64?
  /// The time of the last of them, in milliseconds since 1970.
  public let lastMilliseconds: UInt64?

  /// What the device is called: its name, or the beginning of its id.
  public var label: String { name ?? device.shortText }
}
