package import AfterwitEncoding
package import AfterwitTestRandomness
package import AfterwitWire

/// A journal with its founder, as the first device has just made it.
package struct TestJournal {
  /// Where its keys and payloads come from.
  package var random: SeededGenerator
  /// Its id.
  package let id: JournalID
  /// Its first device.
  package var founder: TestDevice
  /// What founds it.
  package let genesis: Envelope

  /// The journal of a seed.
  package init(seed: UInt64 = testSeed) throws {
    random = SeededGenerator(seed: seed)
    id = try JournalID(random.bytes(16)).required()
    founder = try TestDevice(journal: id, from: &random)
    genesis = try founder.found()
  }

  /// A device that nobody admitted yet.
  package mutating func newDevice() throws -> TestDevice {
    try TestDevice(journal: id, from: &random)
  }

  /// The founder's admission of a device.
  package mutating func admission(of device: TestDevice) throws -> Envelope {
    try founder.write(ControlRecord.encode([.member(device.member)]), kind: .control)
  }

  /// What a sealed payload looks like from outside.
  package mutating func payload(_ count: Int = 272) -> [UInt8] { random.bytes(count) }

  /// The founder's next change.
  package mutating func change(_ count: Int = 272) throws -> Envelope {
    let payload = payload(count)
    return try founder.write(payload)
  }
}
