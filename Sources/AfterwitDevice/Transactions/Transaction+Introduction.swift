internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitWire

extension Transaction {
  /// The control envelopes that lead from the genesis to the admission of a device, oldest first.
  ///
  /// There are none for a device that the genesis itself admits, and none if no admission is held
  /// here.
  func introduction(of device: DeviceID, genesis: EnvelopeID) throws -> [[UInt8]] {
    var admissions: [DeviceID: Envelope] = [:]
    for bytes in try controlEnvelopes() {
      let envelope = try Envelope(parsing: bytes)
      guard let records = try? ControlRecord.decode(envelope.payload) else { continue }
      for case .member(let member) in records where admissions[member.device] == nil {
        admissions[member.device] = envelope
      }
    }
    var chain: [[UInt8]] = []
    var next = device
    while let envelope = admissions.removeValue(forKey: next), envelope.id != genesis {
      chain.insert(envelope.bytes, at: 0)
      next = envelope.header.device
    }
    return chain
  }
}
