import AfterwitDevice
import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import AfterwitStore
import AfterwitSync
import AfterwitWire
import Foundation
import Testing

@Suite("A home that exists twice")
struct ForkTests {
  @Test("Both write: all is kept, each goes on as a device of its own, others hear of it once")
  func bothWrite() async throws {
    // AW-SEAL-22, AW-SEAL-23, AW-SYNC-19, AW-SYNC-20
    try await Trio.with { trio in
      try trio.household.copy("attic", to: "clone")
      let clone = try trio.household.device("clone")
      let before = try trio.attic.status().device
      #expect(try clone.status().device == before)
      let there = try clone.new(.mantra, edits: [.set(field: "words", value: "There")])
      let here = try (0..<3).map { number in
        try trio.attic.new(.mantra, edits: [.set(field: "words", value: "\(number)")])
      }

      let first = try await trio.attic.sync(at: trio.relay)
      #expect(first.agreed && first.forkedDevices.isEmpty && first.formerDevices.isEmpty)
      #expect(try trio.attic.status().device == before)

      // Whichever learns of it goes on as a new device, within that same sync.
      let second = try await clone.sync(at: trio.relay)
      #expect(second.agreed && second.forkedDevices == [before] && second.ownForks == [before])
      #expect(second.formerDevices == [before] && second.forged == 0)
      let cloned = try clone.status().device
      #expect(cloned != before)
      #expect(try clone.localDevices() == [before, cloned])
      #expect(try clone.devices().first(where: \.isThis)?.name == "attic 2")
      #expect(try await clone.sync(at: trio.relay).isQuiet)

      // The other learns of it next.
      let third = try await trio.attic.sync(at: trio.relay)
      #expect(third.agreed && third.forkedDevices == [before] && third.formerDevices == [before])
      #expect(third.ownForks == [before])
      let attic = try trio.attic.status().device
      #expect(attic != before && attic != cloned)
      #expect(try trio.attic.devices().first(where: \.isThis)?.name == "attic 3")
      #expect(try await trio.attic.sync(at: trio.relay).isQuiet)

      // A third device hears of it once.
      let desk = try await trio.desk.sync(at: trio.relay)
      #expect(desk.agreed && desk.forkedDevices == [before] && desk.formerDevices.isEmpty)
      #expect(desk.ownForks.isEmpty, "it happened elsewhere")
      #expect(try await trio.desk.sync(at: trio.relay).isQuiet)

      // Both write again, apart, and nothing forks.
      _ = try clone.edit(there, edits: [.append(field: "words", text: "and on")])
      _ = try trio.attic.edit(there, edits: [.append(field: "words", text: "and here")])
      for device in [clone, trio.attic, trio.desk, clone, trio.attic] {
        #expect(try await device.sync(at: trio.relay).isQuiet)
      }
      try await trio.expectHealed()
      try trio.expectRebuilt()
      try expectSame(trio.desk, clone)
      let words = try trio.desk.entry(there).text("words")
      #expect(words.contains("and on") && words.contains("and here"))
      let kept = try here.map { try clone.entry($0).text("words") }
      #expect(kept == ["0", "1", "2"])
    }
  }

  @Test("One that learns of the fork while another syncs between needs no order")
  func reportedOnceWhateverTheOrder() async throws {
    try await Trio.with { trio in
      try trio.household.copy("attic", to: "clone")
      let clone = try trio.household.device("clone")
      let before = try clone.status().device
      _ = try clone.new(.mantra, edits: [.set(field: "words", value: "There")])
      _ = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Here")])
      var forks: [String: Int] = [:]
      let order = [
        ("clone", clone), ("desk", trio.desk), ("attic", trio.attic), ("desk", trio.desk),
        ("clone", clone), ("attic", trio.attic), ("desk", trio.desk), ("shed", trio.shed),
        ("clone", clone), ("shed", trio.shed),
      ]
      for (name, device) in order {
        let report = try await device.sync(at: trio.relay)
        #expect(report.agreed)
        forks[name, default: 0] += report.forkedDevices.count
      }
      #expect(forks == ["clone": 1, "desk": 1, "attic": 1, "shed": 1])
      #expect(try clone.status().device != trio.attic.status().device)
      #expect(try clone.status().device != before && trio.attic.status().device != before)
      try expectSame(trio.desk, clone)
      try await trio.expectHealed()
    }
  }

  @Test("A backup that is put back becomes a new device, and that is no fork (AW-SYNC-20)")
  func backup() async throws {
    try await Trio.with { trio in
      try trio.household.copy("attic", to: "backup")
      let id = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Later")])
      try await trio.attic.sync(at: trio.relay)
      let before = try trio.attic.status().device
      let restored = try trio.household.device("backup")
      let report = try await restored.sync(at: trio.relay)
      #expect(report.agreed && report.forkedDevices.isEmpty && report.formerDevices == [before])
      #expect(try restored.status().device != before)
      #expect(try restored.entry(id).text("words") == "Later")
      _ = try restored.edit(id, edits: [.append(field: "words", text: "still")])
      #expect(try await restored.sync(at: trio.relay).isQuiet)
      #expect(try await trio.desk.sync(at: trio.relay).isQuiet)
      try expectSame(trio.desk, restored)
    }
  }

  @Test("Writing before the sync is through takes the new identity as well, and it is told later")
  func writingFirst() async throws {
    try await Trio.with { trio in
      try trio.household.copy("attic", to: "clone")
      let clone = try trio.household.device("clone")
      let before = try clone.status().device
      let draftOf = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "One.")])
      try await trio.attic.sync(at: trio.relay)
      let shared = try trio.desk.new(.mantra, edits: [.set(field: "words", value: "Shared.")])
      try await trio.desk.sync(at: trio.relay)
      // The session is cut off after the pull: what came is kept, and nothing was said.
      await #expect(throws: DeviceFailure.self) {
        try await clone.sync(at: trio.relay) { relay in relay.appendFailure = .notARelay("cut") }
      }
      // A pull that brought no fork but the other's envelopes ends the identity all the same.
      let now = try clone.status().device
      #expect(now != before)
      #expect(try clone.entry(draftOf).text("words") == "One.")
      let draft = try clone.openDraft(shared, field: nil)
      try "Shared. Edited.".write(toFile: draft.path, atomically: true, encoding: .utf8)
      #expect(try clone.commit(draft).isChange)
      let report = try await clone.sync(at: trio.relay)
      #expect(report.agreed && report.formerDevices == [before])
      #expect(try await clone.sync(at: trio.relay).isQuiet)
      // The one that went on from the old end of the log finds that it was ended, without a fork.
      let other = try await trio.attic.sync(at: trio.relay)
      #expect(other.formerDevices == [before] && other.forkedDevices.isEmpty)
      try await trio.expectHealed()
      #expect(try await clone.sync(at: trio.relay).isQuiet)
      try expectSame(trio.desk, clone)
    }
  }

  @Test("A fork that came in a session that failed is told by the next that does not (AW-SYNC-19)")
  func toldLater() async throws {
    try await Trio.with { trio in
      try trio.household.copy("attic", to: "clone")
      let clone = try trio.household.device("clone")
      let before = try clone.status().device
      for device in [clone, trio.attic, trio.desk] {
        _ = try device.new(.mantra, edits: [.set(field: "words", value: "Apart")])
      }
      try await clone.sync(at: trio.relay)
      for device in [trio.attic, trio.desk] {
        await #expect(throws: DeviceFailure.self) {
          try await device.sync(at: trio.relay) { relay in
            relay.appendFailure = .notARelay("cut")
          }
        }
      }
      // The identity is taken at once, though nothing was said.
      #expect(try trio.attic.status().device != before)
      let attic = try await trio.attic.sync(at: trio.relay)
      #expect(attic.agreed && attic.ownForks == [before] && attic.formerDevices == [before])
      #expect(try await trio.attic.sync(at: trio.relay).isQuiet)
      let desk = try await trio.desk.sync(at: trio.relay)
      #expect(desk.agreed && desk.forkedDevices == [before] && desk.ownForks.isEmpty)
      #expect(try await trio.desk.sync(at: trio.relay).isQuiet)
      #expect(try await clone.sync(at: trio.relay).forkedDevices == [before])
      try await trio.expectHealed()
      try expectSame(trio.desk, clone)
    }
  }

  @Test("Cut off between what it learnt and what follows from it, a home acts before it writes")
  func cutOff() async throws {
    try await Trio.with { trio in
      let before = try trio.attic.status().device
      _ = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Of the other")])
      // As when the last envelope had come from another, and the process had ended there.
      let log = try trio.household.envelopes(of: "attic").filter {
        Array($0[24..<56]) == before.bytes
      }
      let own = try Envelope(parsing: log[log.count - 2]).id
      try Store(inFolder: trio.household.home("attic").path).write { transaction in
        try transaction.setProperty(.ownTip, to: own.bytes)
      }
      let id = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Mine")])
      let now = try trio.attic.status().device
      #expect(now != before)
      let report = try await trio.attic.sync(at: trio.relay)
      #expect(report.agreed && report.formerDevices == [before] && report.forkedDevices.isEmpty)
      #expect(try await trio.attic.sync(at: trio.relay).isQuiet)
      try await trio.expectHealed()
      try trio.expectRebuilt()
      #expect(try trio.desk.entry(id).text("words") == "Mine")
    }
  }

  @Test("Two processes of one home that learn of the fork at once take one new identity")
  func twoProcesses() async throws {
    try await Trio.with { trio in
      try trio.household.copy("attic", to: "clone")
      let clone = try trio.household.device("clone")
      for device in [clone, trio.attic] {
        _ = try device.new(.mantra, edits: [.set(field: "words", value: "Apart")])
      }
      try await clone.sync(at: trio.relay)
      let reports = try await withThrowingTaskGroup(of: SyncReport.self) { tasks in
        for _ in 0..<4 {
          let process = try trio.household.device("attic")
          tasks.addTask { try await process.sync(at: trio.relay) }
        }
        return try await tasks.reduce(into: []) { $0.append($1) }
      }
      #expect(reports.contains { $0.formerDevices.count == 1 })
      #expect(try trio.attic.localDevices().count == 2)
      try await clone.sync(at: trio.relay)
      try await trio.expectHealed()
      try expectSame(trio.desk, clone)
      #expect(try trio.desk.devices().count == 5)
    }
  }

  @Test("A draft opened before, in a process that knew the old identity, is saved under the new")
  func openDraft() async throws {
    try await Trio.with { trio in
      let id = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Words.")])
      try await trio.attic.sync(at: trio.relay)
      try trio.household.copy("attic", to: "clone")
      let clone = try trio.household.device("clone")
      let draft = try trio.attic.openDraft(id, field: nil)
      try "Words. More.".write(toFile: draft.path, atomically: true, encoding: .utf8)
      _ = try clone.new(.mantra, edits: [.set(field: "words", value: "There")])
      _ = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Here")])
      try await clone.sync(at: trio.relay)
      // Another process of the home syncs; this one holds what it read when it was opened.
      try await trio.household.device("attic").sync(at: trio.relay)
      let device = try trio.attic.status().device
      #expect(try trio.attic.commit(draft).isChange)
      let last = try #require(try trio.household.envelopes(of: "attic").last)
      #expect(Array(last[24..<56]) == device.bytes)
      #expect(try await trio.attic.sync(at: trio.relay).isQuiet)
      try await syncAll([clone, trio.attic], at: trio.relay)
      #expect(try clone.entry(id).text("words") == "Words. More.")
      try await trio.expectHealed()
    }
  }

  @Test("Sixteen copies that all wrote come together; each is a device of its own")
  func many() async throws {
    try await Trio.with { trio in
      let copies = try (0..<15).map { number in
        try trio.household.copy("attic", to: "copy \(number)")
        return try trio.household.device("copy \(number)")
      }
      let homes = copies + [trio.attic]
      for (number, device) in homes.enumerated() {
        _ = try device.new(.mantra, edits: [.set(field: "words", value: "\(number)")])
      }
      for _ in 0..<2 {
        for device in homes {
          #expect(try await device.sync(at: trio.relay).agreed)
        }
      }
      for device in homes {
        #expect(try await device.sync(at: trio.relay).isQuiet)
      }
      let devices = try homes.map { try $0.status().device }
      let names = try homes.compactMap { try $0.devices().first(where: \.isThis)?.name }
      #expect(Set(devices).count == 16 && Set(names).count == 16)
      try await trio.expectHealed()
      #expect(try trio.desk.list(ListFilter()).count == 16)
      for device in copies {
        try expectSame(trio.desk, device)
      }
    }
  }

  @Test("However often one image is started, what each start writes arrives, at a new relay too")
  func manyStarts() async throws {
    try await Trio.with { trio in
      for number in 0..<20 {
        try trio.household.copy("attic", to: "start \(number)")
        let device = try trio.household.device("start \(number)")
        _ = try device.new(.mantra, edits: [.set(field: "words", value: "\(number)")])
        let report = try await device.sync(at: trio.relay)
        #expect(report.agreed && report.declined == 0)
      }
      try await trio.expectHealed()
      #expect(try trio.desk.list(ListFilter()).count == 20)
      let held = try trio.desk.status().held
      try await LiveRelay.with { other in
        try trio.desk.setRelay(other.address.text, code: try await other.makeCode())
        let report = try await trio.desk.sync(at: other)
        #expect(report.agreed && report.declined == 0)
        try trio.shed.setRelay(other.address.text, code: nil)
        #expect(try await trio.shed.sync(at: other).agreed)
      }
      #expect(try trio.shed.status().held == held)
    }
  }

  @Test("A relay put back from before the new identity learns of it (AW-SYNC-18)")
  func relayBehindIdentity() async throws {
    try await Pair.with { pair in
      try pair.site.backUp()
      try pair.household.copy("attic", to: "clone")
      let clone = try pair.household.device("clone")
      _ = try clone.new(.mantra, edits: [.set(field: "words", value: "There")])
      _ = try pair.attic.new(.mantra, edits: [.set(field: "words", value: "Here")])
      try await pair.site.serving { relay in
        for device in [clone, pair.attic, clone] { try await device.sync(at: relay) }
      }
      try pair.site.restore()
      try await pair.site.serving { relay in
        for device in [pair.attic, clone, pair.desk, pair.attic] {
          let report = try await device.sync(at: relay)
          #expect(report.agreed)
        }
      }
      try expectSame(pair.desk, clone)
      try expectSame(pair.desk, pair.attic)
    }
  }

  @Test("Copies that draw the same randomness still get different keys (AW-SEAL-23)")
  func sameRandomness() async throws {
    try await Trio.with { trio in
      try trio.household.copy("attic", to: "clone")
      _ = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Here")])
      _ = try trio.household.device("clone")
        .new(.mantra, edits: [.set(field: "words", value: "There")])
      let stuck = Environment(
        nowMilliseconds: trio.household.environment.nowMilliseconds,
        randomBytes: { count in [UInt8](repeating: 7, count: count) },
        localTime: trio.household.environment.localTime)
      let homes = try ["attic", "clone"].map { name in
        try Device(opening: trio.household.home(name), environment: stuck)
      }
      for device in homes + homes { try await device.sync(at: trio.relay) }
      #expect(try homes[0].status().device != homes[1].status().device)
      #expect(try await homes[0].sync(at: trio.relay).isQuiet)
      try expectSame(homes[0], homes[1])
    }
  }
}

extension SyncReport {
  /// Whether it agreed, and there is nothing to tell a person.
  var isQuiet: Bool {
    agreed && forkedDevices.isEmpty && formerDevices.isEmpty && restored.isEmpty && forged == 0
  }
}
