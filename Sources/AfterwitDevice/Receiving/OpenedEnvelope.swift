internal import AfterwitSealing
internal import AfterwitWire
internal import Dispatch
internal import Synchronization

/// A change that was opened, or could not be, with the keys at hand.
struct OpenedEnvelope: Sendable {
  let envelope: Envelope
  let body: Result<[UInt8], OpeningFailure>

  init(_ envelope: Envelope, with keyring: Keyring) {
    self.envelope = envelope
    body = Result { () throws(OpeningFailure) in try Sealer.open(envelope, with: keyring) }
  }

  /// Opens envelopes and hands them over in their order; while some are used, another core opens
  /// the next.
  ///
  /// - Parameter portion: how many are opened at a time.
  static func forEach(
    of bytes: [[UInt8]], with keyring: Keyring, portion: Int = 512,
    _ body: (OpenedEnvelope) throws -> Void
  ) throws {
    let portions = stride(from: 0, to: bytes.count, by: portion).map { start in
      bytes[start..<min(start + portion, bytes.count)]
    }
    guard let first = portions.first else { return }
    // A queue of its own always gets a thread, even if all others are waiting.
    let queue = DispatchQueue(label: "afterwit.opening")
    var opened = try open(first, with: keyring)
    for next in portions.dropFirst() {
      let ahead = Mutex<Result<[OpenedEnvelope], any Error>>(.success([]))
      let work = DispatchGroup()
      queue.async(group: work) {
        let result = Result { try open(next, with: keyring) }
        ahead.withLock { $0 = result }
      }
      defer { work.wait() }
      try opened.forEach(body)
      work.wait()
      opened = try ahead.withLock { try $0.get() }
    }
    try opened.forEach(body)
  }

  private static func open(
    _ portion: ArraySlice<[UInt8]>, with keyring: Keyring
  ) throws -> [OpenedEnvelope] {
    try portion.map { OpenedEnvelope(try Envelope(parsing: $0), with: keyring) }
  }
}
