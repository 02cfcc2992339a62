internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitWire

extension Transaction {
  /// The control envelopes that lead from the genesis to the admission of a device, oldest first.
  ///
  /// There are none for a device that the genesis itself admits, and none if no admission is held
  /// here.
  func introduction(of device: DeviceID, genesis: EnvelopeID) throws -> [[UInt8]] {
    let bytes = try controlEnvelopes()
    guard let roster = try roster(genesis: genesis),
      let first = try Roster.folded(
        admitted: bytes.map { try Envelope(parsing: $0) }.filter { $0.id == genesis },
        genesis: genesis)
    else { return [] }
    let valid = try bytes.filter {
      roster.membership.valid.contains(try Envelope(parsing: $0).id)
    }
    return IntroductionPath(valid).envelopes(to: device) { first.member($0) != nil }
  }
}
