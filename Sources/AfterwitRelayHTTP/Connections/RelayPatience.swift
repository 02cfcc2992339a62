/// How long a connection may take for what.
package struct RelayPatience: Sendable {
  /// After how many milliseconds without a byte a connection is closed.
  package let idle: Int64
  /// Within how many milliseconds a connection must complete a request or an answer.
  package let deadline: Int64
  /// Within how many milliseconds a connection must send its first head, and a body begin.
  package let head: Int64
  /// The least rate of a body, once so much time has passed.
  package let bytesPerSecond: Int64
  /// How many milliseconds an open request may still take when the relay stops.
  package let drain: Int64
  /// After how many milliseconds without an event a stream of events is written a heartbeat.
  ///
  /// nginx and Apache end a silent answer after 60 seconds, HAProxy often after 50; so one may be
  /// lost.
  package let heartbeat: Int64

  /// A patience of given parts, in milliseconds.
  package init(
    idle: Int64 = 30_000, deadline: Int64 = 60_000, head: Int64 = 10_000,
    bytesPerSecond: Int64 = 16 * 1024, drain: Int64 = 5_000, heartbeat: Int64 = 15_000
  ) {
    precondition(heartbeat > 0 && bytesPerSecond > 0)
    self.idle = idle
    self.deadline = deadline
    self.head = head
    self.bytesPerSecond = bytesPerSecond
    self.drain = drain
    self.heartbeat = heartbeat
  }
}
