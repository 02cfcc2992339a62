internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitWire

extension Transaction {
  /// Whether an envelope is held and is not a change, so that it cannot be the parent of one.
  func isNoChange(_ id: EnvelopeID) throws -> Bool {
    guard let bytes = try envelopeBytes(id) else { return false }
    return try Envelope(parsing: bytes).header.kind != .change
  }
}
