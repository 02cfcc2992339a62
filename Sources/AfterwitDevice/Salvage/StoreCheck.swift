/// What a check of the journal's file found, without opening it as a journal.
public struct StoreCheck: Hashable, Sendable {
  /// What SQLite finds wrong; empty if the file is sound.
  public let problems: [String]
  /// How many envelopes are intact: whole, and signed by a device of the journal.
  public let intact: Int
  /// How many of them a journal made from the intact ones would hold.
  public let joined: Int
  /// How many changes are intact and open with the keys that are there.
  public let readable: Int
  /// How many envelopes are damaged or missing, as far as the others show.
  public let lost: Int
  /// Whether the device's own keys are there.
  public let hasKeys: Bool

  /// Whether what is shown is what the envelopes give; `nil` if that was not checked.
  public internal(set) var isViewSound: Bool?

  /// Whether nothing is wrong with the file, the envelopes and the keys.
  var isGroundSound: Bool { problems.isEmpty && lost == 0 && hasKeys }

  /// Whether nothing is wrong.
  public var isSound: Bool { isGroundSound && isViewSound != false }
}
