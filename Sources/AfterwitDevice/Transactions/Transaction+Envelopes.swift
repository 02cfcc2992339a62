internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitWire

extension Transaction {
  /// Whether an envelope is held that is not a change, so that no change can be made on it.
  func isNoChange(_ id: EnvelopeID) throws -> Bool {
    guard let bytes = try envelopeBytes(id) else { return false }
    return try Envelope(parsing: bytes).header.kind != .change
  }
}
