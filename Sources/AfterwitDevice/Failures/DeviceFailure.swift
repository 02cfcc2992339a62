/// Something a person asked for that was not done: what happened, what is safe, what to do next.
public struct DeviceFailure: Error, Hashable, Sendable {
  /// The class of the failure; the command's exit code.
  public enum Code: Int32, Hashable, Sendable {
    /// The machine did not do its part: a disk, a file, an editor.
    case failed = 1
    /// The request cannot be meant as it stands.
    case usage = 2
    /// The relay cannot be reached, or does not answer as a relay.
    case relay = 4
    /// Something was forged, or a log has forked.
    case integrity = 5
    /// A key, invite or code is wrong, or this device is not known.
    case authentication = 6
    /// Another process holds the journal for too long.
    case busy = 8
    /// No entry, or more than one, has this id.
    case notFound = 9
    /// The relay, or the journal, takes no more.
    case quota = 10
  }

  /// The class of the failure.
  public let code: Code
  /// What happened, in one sentence.
  public let happened: String
  /// What is safe nevertheless, in one sentence.
  public let safe: String
  /// What to type or do next, in one sentence.
  public let next: String

  /// A failure of given parts.
  public init(_ code: Code, _ happened: String, safe: String, next: String) {
    self.code = code
    self.happened = happened
    self.safe = safe
    self.next = next
  }
}
