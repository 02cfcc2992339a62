internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitWire

extension Transaction {
  /// The control envelopes that lead from the genesis to the admission of a device, oldest first.
  ///
  /// There are none for a device that the genesis itself admits, and none if no admission is held
  /// here.
  func introduction(of device: DeviceID, genesis: EnvelopeID) throws -> [[UInt8]] {
    guard let membership = try roster(genesis: genesis)?.membership else { return [] }
    let valid = try controlEnvelopes().filter {
      membership.valid.contains(try Envelope(parsing: $0).id)
    }
    // Whom the genesis admits nobody else has let in.
    return IntroductionPath(valid).envelopes(to: device) {
      membership.admissions[$0] == genesis
    }
  }
}
