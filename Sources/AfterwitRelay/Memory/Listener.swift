internal import AfterwitEncoding

/// One who is told when a journal may have something new, until either side ends it.
package final class Listener: Sendable {
  let journal: JournalID
  let device: DeviceID
  /// An element whenever it is worth looking; several that nobody has looked at yet are one.
  package let calls: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation

  init(journal: JournalID, device: DeviceID) {
    self.journal = journal
    self.device = device
    (calls, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// Has it look.
  package func wake() { continuation.yield() }

  /// Ends ``calls``.
  package func end() { continuation.finish() }
}
