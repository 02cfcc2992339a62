public import AfterwitEncoding

/// What it would come to if a device were shut out now.
public struct RevocationPlan: Hashable, Sendable {
  /// Another device that goes or stays with it.
  public struct Other: Hashable, Sendable {
    /// The device.
    public let device: DeviceID
    /// Its name; `nil` if none was read.
    public let name: String?
  }

  /// Who is shut out.
  public let device: DeviceID
  /// Its name; `nil` if none was read.
  public let name: String?
  /// The day and time of its last change that is held here, in milliseconds since 1970.
  public let lastMilliseconds: UInt64?
  /// The moment from which on what it wrote is set aside, in milliseconds since 1970; `nil` where all
  /// stays that is held here.
  public let endMilliseconds: UInt64?
  /// How many changes of it have their effect here and lose it, unless somebody built on them.
  public let changesBeyond: Int
  /// The entries that it changed last, the latest first.
  public let entries: [EntryID]
  /// The devices that it let in, which stay.
  public let sponsored: [Other]
  /// The devices that go with it, because it alone had let them in beyond what is held here.
  public let lost: [Other]

  /// What it is called: its name, or the beginning of its id.
  public var label: String { name ?? device.shortText }
}
