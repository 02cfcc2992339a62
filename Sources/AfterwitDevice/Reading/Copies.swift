public import AfterwitEncoding

/// Where the changes of the journal exist, as far as this device knows.
///
/// It may know too little, and never too much: a machine that has said nothing yet, or not for long,
/// does not count, and neither does one that is out. A relay is no copy of its own: what it tells is
/// its word.
public struct Copies: Hashable, Sendable {
  /// How many changes are here and, as far as is known, nowhere else.
  public var onlyHere = 0
  /// When the first of these was made, in milliseconds since 1970; `nil` if there is none.
  public var onlyHereSince: UInt64?
  /// How many are on no other machine, and the relay says that it has them.
  public var hereAndRelay = 0
  /// How many are on other machines: by the number of machines, this one included.
  public var onMachines: [Int: Int] = [:]
  /// The machines in good standing that have been silent for too long to count.
  public var silent: [DeviceID] = []

  /// The least number of machines of what is on others too; `nil` if nothing is.
  public var least: Int? { onMachines.keys.min() }
}
