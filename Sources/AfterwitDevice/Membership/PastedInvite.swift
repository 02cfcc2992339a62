internal import AfterwitSealing

/// An invite as it comes in, perhaps in several lines because of what it was copied from.
public struct PastedInvite: Hashable, Sendable {
  /// What has come so far.
  public private(set) var text = ""

  /// Nothing yet.
  public init() {}

  /// Takes a further line.
  public mutating func add(_ line: String) { text += line }

  /// Whether more has to come, and can make an invite of this.
  public var isIncomplete: Bool { Invite(text: text) == nil && Invite.mayBegin(text) }
}
