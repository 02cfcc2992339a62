import AfterwitCausality
import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import AfterwitSealing
import AfterwitStore
import AfterwitSync
import AfterwitWire
import Testing

@testable import AfterwitDevice

private let day: Int64 = 24 * 60 * 60 * 1000

@Suite("What a device says that it holds")
struct AcknowledgementTests {
  @Test("Who only reads says so once a day, and nobody answers to that [AW-SEAL-52]")
  func reading() async throws {
    try await Machines.with { machines in
      machines.advance(by: day)
      try await machines.sync()
      let (before, desk) = (try machines.laptop.said, try machines.desk.said)
      _ = try machines.write("Breathe.", on: machines.desk)
      try await machines.sync()
      #expect(try machines.laptop.said == before + 1)
      // Again on the same day, and not before the day is over.
      _ = try machines.write("Slowly.", on: machines.desk)
      try await machines.sync()
      machines.advance(by: day - 120_000)
      try await machines.sync()
      #expect(try machines.laptop.said == before + 1)
      machines.advance(by: 120_000)
      try await machines.sync()
      #expect(try machines.laptop.said == before + 2)
      for _ in 0..<3 {
        machines.advance(by: 2 * day)
        try await machines.sync()
      }
      #expect(try machines.laptop.said == before + 2)
      #expect(try machines.desk.said == desk)
    }
  }

  @Test("Who writes on what came says nothing more, and an idle exchange is one call [AW-SEAL-52]")
  func writing() async throws {
    try await Machines.with { machines in
      machines.advance(by: day)
      try await machines.sync()
      let before = try machines.laptop.said
      _ = try machines.write("Breathe.", on: machines.desk)
      // It writes between the two sessions of which the first brings the change.
      let (laptop, now) = (try machines.laptop.localDevice, machines.now)
      try machines.laptop.store.write { transaction in
        try transaction.setProperty(
          .acknowledged,
          to: laptop.bytes + Acknowledgement(milliseconds: now, held: Heads()).bytes)
      }
      try await machines.sync()
      _ = try machines.write("Slowly.", on: machines.laptop)
      machines.advance(by: 2 * day)
      try await machines.sync()
      #expect(try machines.laptop.said == before)
      // What the desk said about it comes last.
      _ = try await machines.exchange(machines.laptop)
      let kept = try machines.laptop.store.read { try $0.property(.acknowledged) }
      let report = try await machines.exchange(machines.laptop)
      #expect(report.roundTrips == 1)
      #expect(try machines.laptop.store.read { try $0.property(.acknowledged) } == kept)
    }
  }

  @Test("It is counted by no report, shown by nobody and in the way of no change [AW-SYNC-28]")
  func quiet() async throws {
    try await Machines.with { machines in
      machines.advance(by: 2 * day)
      try await machines.sync()
      let (id, _) = try machines.write("Breathe.", on: machines.desk)
      machines.advance(by: 2 * day)
      #expect(try await machines.exchange(machines.desk).pushed == 1)
      let read = try await machines.exchange(machines.laptop)
      #expect(read.agreed && read.pulled == 1 && read.pushed == 0 && read.pending == 0)
      let digest = try machines.desk.status().digest
      let heard = try await machines.exchange(machines.desk)
      #expect(heard.agreed && heard.pulled == 0 && heard.pushed == 0)
      let status = try machines.desk.status()
      #expect(status.digest == digest && status.pending == 0 && status.quarantined == 0)
      #expect(try status.held == machines.laptop.status().held)
      // What the laptop writes next follows its heads envelope in its log, and merges.
      _ = try machines.laptop.edit(id, edits: [.append(field: "words", text: "Slowly.")])
      try await machines.sync()
      #expect(try machines.desk.entry(id).text("words").contains("Slowly."))
      for device in [machines.desk, machines.laptop] {
        let before = try device.status()
        try device.rebuild()
        #expect(try device.status() == before)
      }
    }
  }

  @Test("A tip that nobody has, one of another log, and no body at all say nothing [AW-SEAL-53]")
  func hostile() async throws {
    try await Trio.with { trio in
      var member = try HostileMember("attic", of: trio)
      let desk = try trio.desk.localDevice
      let tip = try #require(try trio.desk.store.read { try $0.tips(of: desk).first })
      let unknown = try #require(EnvelopeID([UInt8](repeating: 0xee, count: 32)))
      let lies: [Heads] = [
        Heads(tips: [desk: [Heads.Tip(number: tip.number, id: unknown)]]),
        Heads(tips: [desk: [Heads.Tip(number: tip.number + 9, id: tip.id)]]),
        Heads(tips: [try trio.shed.localDevice: [tip]]),
        Heads(tips: [desk: [tip, Heads.Tip(number: .max, id: unknown)]]),
      ]
      let bodies =
        lies.map { Acknowledgement(milliseconds: .max, held: $0).bytes } + [[], [1, 2, 3]]
      for body in bodies {
        try await member.append([try member.sealHeads(body)])
        let report = try await trio.desk.sync(at: trio.relay)
        #expect(report.agreed && report.forged == 0)
        #expect(try trio.desk.said(by: member.keys.device) == Heads())
        // The time that it says is its own word as well.
        #expect(try trio.desk.status().copies.silent.isEmpty)
      }
      let truth = Heads(tips: [desk: [tip]])
      try await member.append(
        [try member.sealHeads(Acknowledgement(milliseconds: 0, held: truth).bytes)])
      try await trio.desk.sync(at: trio.relay)
      #expect(try trio.desk.said(by: member.keys.device) == truth)
    }
  }
}

extension Device {
  /// The present identity.
  fileprivate var localDevice: DeviceID {
    get throws { try store.read { try $0.identity().device } }
  }

  /// How many heads envelopes this device has written.
  fileprivate var said: Int {
    get throws {
      try store.read { transaction in
        try transaction.log(of: transaction.identity().device, from: 1).count { $0.kind == .heads }
      }
    }
  }

  fileprivate func said(by device: DeviceID) throws -> Heads {
    try store.read { try $0.heads(saidBy: device) }
  }
}
