import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import AfterwitSealing
import AfterwitStore
import AfterwitSync
import AfterwitTestRandomness
import AfterwitWire
import Testing

@testable import AfterwitDevice

@Suite("A journal whose id somebody else took")
struct SquattedJournalTests {
  /// A device that founds a journal under the id of another's, as an earlier version could.
  private func squatter(of journal: JournalID, in household: Household) throws -> Device {
    var random = SeededGenerator(seed: 3)
    let keys = DeviceKeys(using: &random)
    let epoch = EpochKey(number: 1, using: &random)
    let genesis = try Genesis.envelope(
      journal: journal, keys: keys, recovery: RecoverySecret(using: &random).member, epoch: epoch)
    let home = household.home("thief")
    let identity = Identity(journal: journal, genesis: genesis.id, keys: keys)
    let store = try Store.create(inFolder: home.path)
    try store.upgradeIfNeeded()
    var keyring = Keyring()
    keyring.insert(epoch)
    try store.write { transaction in
      try identity.save(transaction, in: home)
      try transaction.setProperty(.keyring, to: keyring.bytes)
      try transaction.insertOwn(genesis)
    }
    return try Device(opening: home, environment: household.environment)
  }

  @Test("Whoever has the key that the id follows from gets it back [AW-RELAY-77]")
  func takenBack() async throws {
    try await LiveRelay.with { relay in
      try await Household.with { household in
        let desk = try household.founder("desk")
        let thief = try squatter(of: desk.status().journal, in: household)
        try thief.setRelay(relay.address.text, code: try await relay.makeCode())
        _ = try thief.new(.mantra, edits: [.set(field: "words", value: "Mine now")])
        #expect(try await thief.sync(at: relay).agreed)
        try desk.setRelay(relay.address.text, code: try await relay.makeCode())
        let report = try await desk.sync(at: relay)
        #expect(report.agreed && report.pulled == 0)
        let gone = await #expect(throws: DeviceFailure.self) { try await thief.sync(at: relay) }
        #expect(gone?.cause == .relay(.unknownJournal(address: relay.address.text)))
        // Nobody takes it once more, and who belongs to it joins as ever.
        try thief.setRelay(relay.address.text, code: try await relay.makeCode())
        await #expect(throws: DeviceFailure.self) { try await thief.sync(at: relay) }
        let attic = try await household.joiner("attic", invitedBy: desk, at: relay)
        try await syncAll([attic, desk], at: relay)
        #expect(try attic.status().digest == desk.status().digest)
      }
    }
  }
}
