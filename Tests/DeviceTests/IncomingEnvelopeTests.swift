import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import AfterwitSealing
import AfterwitStore
import AfterwitSync
import AfterwitWire
import Crypto
import Foundation
import Synchronization
import Testing

@testable import AfterwitDevice

@Suite("Envelopes that come in a long page")
struct IncomingEnvelopeTests {
  /// A device that has written some entries, and all its envelopes.
  private static func device(
    of household: Household, writing count: Int
  ) throws -> (Device, log: [[UInt8]]) {
    let device = try household.founder("desk")
    for number in 1...count {
      _ = try device.new(.mantra, edits: [.set(field: "words", value: "\(number)")])
    }
    var log: [[UInt8]] = []
    try device.store.read { transaction in try transaction.forEachEnvelope { log.append($0) } }
    return (device, log)
  }

  @Test("Each is parsed in its place, and told to be signed where the device it names signed it")
  func checked() async throws {
    try await Household.with { household in
      let (device, log) = try Self.device(of: household, writing: 200)
      let roster = try device.store.read { try $0.roster(genesis: device.genesis) }
      var page = Array(log.suffix(200))
      let ids = try page.map { try Envelope(parsing: $0).id }
      let forged = [0, 63, 64, 130, 199]
      for index in forged { page[index][EnvelopeHeader.byteCount] ^= 1 }
      page.insert([1, 2, 3], at: 100)

      let incoming = try await IncomingEnvelope.all(of: page) { roster }
      #expect(incoming.count == 201 && incoming[100].envelope == nil)
      let parsed = incoming.filter { $0.envelope != nil }
      #expect(parsed.map(\.envelope?.id) == ids)
      #expect(ids.indices.filter { !parsed[$0].isVerified } == forged)

      let short = Array(page.prefix(64))
      let left = try await IncomingEnvelope.all(of: short) {
        Issue.record("nobody needs the roster")
        return roster
      }
      #expect(left.map(\.envelope?.id) == Array(ids.prefix(64)))
      #expect(left.filter(\.isVerified).isEmpty)
      let another = try household.founder("phone")
      let other = try another.store.read { try $0.roster(genesis: another.genesis) }
      let strange = try await IncomingEnvelope.all(of: page) { other }
      #expect(strange.count == 201 && strange.filter(\.isVerified).isEmpty)
    }
  }

  @Test("A page is checked while the database is busy with the one before it")
  func besideTransaction() async throws {
    try await Household.with { household in
      let (device, page) = try Self.device(of: household, writing: 100)
      let replica = try DeviceReplica(device)
      _ = try await replica.incoming(page)
      let isChecked = Mutex(false)
      async let isBeside = device.store.write { _ in
        let end = ContinuousClock.now.advanced(by: .seconds(600))
        while ContinuousClock.now < end, !isChecked.withLock({ $0 }) { usleep(1000) }
        return isChecked.withLock { $0 }
      }
      usleep(50_000)
      let incoming = try await replica.incoming(page)
      isChecked.withLock { $0 = true }
      #expect(incoming.count == page.count && incoming.allSatisfy(\.isVerified))
      #expect(try await isBeside)
    }
  }

  @Test(
    "Whatever number a member signs, what goes on from nothing that is held waits for it",
    arguments: [2, UInt64.max >> 1, 1 << 63, UInt64.max])
  func greatNumbers(number: UInt64) async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      try device.store.write { transaction in
        let identity = try transaction.identity()
        let zeros = [UInt8](repeating: 0, count: 32)
        let previous = try #require(EnvelopeID([UInt8](repeating: 7, count: 32)))
        let header = EnvelopeHeader(
          kind: .change, journal: identity.journal, device: identity.device, number: number,
          previous: previous, epoch: 1, salt: zeros, commitment: zeros, payloadLength: 0,
          payloadHash: Array(SHA256.hash(data: [])))
        let envelope = Envelope(
          header: header,
          signature: try identity.keys.sign(Domain.signature.bytes + header.bytes), payload: [])
        var admitter = try Admitter(transaction, identity: identity)
        let admission = try admitter.admit(IncomingEnvelope.unchecked([envelope.bytes]))
        #expect(admission.gaps == [identity.device] && admission.new == 0)
      }
    }
  }

  @Test("Envelopes are opened in their order, a portion ahead, and no further once one is refused")
  func portions() async throws {
    try await Household.with { household in
      let (device, page) = try Self.device(of: household, writing: 7)
      let keyring = try device.store.read { try $0.keyring() }
      let ids = try page.map { try Envelope(parsing: $0).id }
      for portion in [1, 2, 3, 512] {
        var seen: [EnvelopeID] = []
        var bodies = 0
        try OpenedEnvelope.forEach(of: page, with: keyring, portion: portion) { opened in
          seen.append(opened.envelope.id)
          if case .success = opened.body { bodies += 1 }
        }
        #expect(seen == ids && bodies == ids.count - 1)
        seen = []
        #expect(throws: CancellationError.self) {
          try OpenedEnvelope.forEach(of: page, with: keyring, portion: portion) { opened in
            guard seen.count < 4 else { throw CancellationError() }
            seen.append(opened.envelope.id)
          }
        }
        #expect(seen == Array(ids.prefix(4)))
      }
      #expect(throws: (any Error).self) {
        try OpenedEnvelope.forEach(of: page + [[1, 2, 3]], with: keyring, portion: 2) { _ in }
      }
      try OpenedEnvelope.forEach(of: [], with: keyring) { _ in Issue.record("there is none") }
    }
  }
}
