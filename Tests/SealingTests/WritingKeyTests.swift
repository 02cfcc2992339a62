import AfterwitSealing
import AfterwitWire
import Testing

@Suite("The key to write under")
struct WritingKeyTests {
  private var samples: Samples

  init() throws {
    samples = try Samples(61)
  }

  @Test("is of the greatest epoch whose key is held, then identity [AW-SEAL-31]")
  mutating func greatestHeld() throws {
    let recovery = RecoverySecret(using: &samples.random)
    let genesis = try Genesis.envelope(
      journal: samples.journal, keys: samples.keys, recovery: recovery.member,
      epoch: samples.epoch)
    let second = (0..<2).map { _ in EpochKey(number: 2, using: &samples.random) }
      .sorted { $0.identity.lexicographicallyPrecedes($1.identity) }
    let unheld = [3, .max].map { EpochKey(number: $0, using: &samples.random) }
    func base(_ key: EpochKey) -> Epoch.Base {
      Epoch.Base(number: key.number, identity: key.identity, sealedKey: [])
    }
    let stranger = EpochKey(number: .max - 1, using: &samples.random)
    let bases = [[samples.epoch], [samples.epoch], second, [stranger]]
    let announced = zip(second + unheld, bases).map { key, bases in
      ControlRecord.epoch(
        Epoch(number: key.number, identity: key.identity, bases: bases.map(base)))
    }
    var roster = try Roster(genesis: genesis)
    try roster.admit(
      ControlEnvelope.signed(
        announced, journal: samples.journal, number: 2, previous: genesis.id, keys: samples.keys))
    var keyring = Keyring()
    #expect(keyring.writingKey(of: roster) == nil)
    for key in [samples.epoch, second[1], second[0]] { keyring.insert(key) }
    #expect(keyring.writingKey(of: roster) == second[1])
    #expect(keyring.missing(of: roster).map(\.number) == [3, .max])
    #expect(EpochRecords.nextNumber(after: roster) == 4)
  }

  @Test("of a new epoch is wrapped to every member, in envelopes that a journal takes")
  mutating func newEpoch() throws {
    let recovery = RecoverySecret(using: &samples.random)
    let genesis = try Genesis.envelope(
      journal: samples.journal, keys: samples.keys, recovery: recovery.member,
      epoch: samples.epoch)
    var roster = try Roster(genesis: genesis)
    let guest = DeviceKeys(using: &samples.random)
    // One public key for all: a wrap is as long for any, and a key pair takes longer to make.
    let crowd = (0..<300).map { _ in
      Member(
        rank: Member.deviceRank, signingKey: DeviceKeys(using: &samples.random).member.signingKey,
        agreementKey: guest.member.agreementKey)
    }
    try roster.admit(
      ControlEnvelope.signed(
        [.member(guest.member)] + crowd.map(ControlRecord.member), journal: samples.journal,
        number: 2, previous: genesis.id, keys: samples.keys))
    let key = EpochKey(number: EpochRecords.nextNumber(after: roster), using: &samples.random)
    #expect(key.number == 2)
    var previous = roster.genesis
    var own = Keyring()
    own.insert(samples.epoch)
    let parts = try EpochRecords.records(
      beginning: key, for: roster.members, in: roster, holding: own)
    for (number, records) in zip(3..., parts) {
      let envelope = try ControlEnvelope.signed(
        records, journal: samples.journal, number: UInt64(number), previous: previous,
        keys: samples.keys)
      try roster.admit(envelope)
      previous = envelope.id
    }
    #expect(Set(roster.wrappedKeys.filter { $0.epoch == 2 }.map(\.recipient)).count == 303)
    for holder in [samples.keys, guest] {
      var keyring = Keyring()
      keyring.learn(from: roster, with: holder)
      #expect(keyring.writingKey(of: roster) == key)
      // The key of an epoch opens those of its bases (AW-SEAL-43).
      #expect(keyring.keys == [samples.epoch, key] && keyring.outermost(of: roster) == [key])
    }
  }
}
