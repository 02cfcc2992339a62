internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitWire

extension Transaction {
  /// What is held under an id that a change names as a parent.
  func heldParent(_ id: EnvelopeID) throws -> HeldParent {
    if let index = try changeIndex(id) { return .change(index) }
    guard let bytes = try envelopeBytes(id) else { return .nothing }
    return try Envelope(parsing: bytes).header.kind == .change ? .nothing : .noChange
  }
}
