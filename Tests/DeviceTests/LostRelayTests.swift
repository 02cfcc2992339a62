import AfterwitDevice
import AfterwitHTTP
import AfterwitHousehold
import AfterwitJournal
import AfterwitSync
import Testing

@Suite("A relay that was lost")
struct LostRelayTests {
  @Test("Put back from a copy: whoever comes first brings what is missing and says so (AW-SYNC-9)")
  func restored() async throws {
    try await Pair.with { pair in
      try pair.site.backUp()
      try pair.write("Since the copy", times: 2)
      _ = try await pair.sync()
      try pair.site.restore()
      let desk = try pair.desk.status().device
      let attic = try pair.attic.status().device
      let reports = try await pair.sync()
      #expect(reports[0].restored == [desk: 2, attic: 2] && reports[0].pushed == 4)
      #expect(reports.allSatisfy { $0.agreed && $0.forkedDevices.isEmpty })
      #expect(reports.dropFirst().allSatisfy { $0.restored.isEmpty && $0.pushed == 0 })
      #expect(try await pair.sync().allSatisfy { $0.agreed && $0.restored.isEmpty })
      try expectSame(pair.desk, pair.attic)
      #expect(try pair.desk.status().pending == 0)
    }
  }

  @Test("Put back, and written to by others before one that holds more comes (AW-SYNC-9)")
  func writtenToMeanwhile() async throws {
    try await Pair.with { pair in
      try pair.site.backUp()
      let there = try pair.desk.new(.mantra, edits: [.set(field: "words", value: "There")])
      try await pair.site.serving { relay in _ = try await pair.desk.sync(at: relay) }
      try pair.site.restore()
      // The attic has seen nothing of it, and makes the relay's order another one.
      let here = try (0..<4).map { number in
        try pair.attic.new(.mantra, edits: [.set(field: "words", value: "\(number)")])
      }
      let reports = try await pair.site.serving { relay in
        [
          try await pair.attic.sync(at: relay), try await pair.desk.sync(at: relay),
          try await pair.attic.sync(at: relay),
        ]
      }
      #expect(reports.allSatisfy { $0.agreed })
      #expect(reports.map { $0.restored.values.reduce(0, +) } == [0, 1, 0])
      #expect(try pair.attic.entry(there).text("words") == "There")
      let words = try here.map { try pair.desk.entry($0).text("words") }
      #expect(words == ["0", "1", "2", "3"])
      try expectSame(pair.desk, pair.attic)
    }
  }

  @Test(
    "Wiped: sync fails with the relay's own address, and to bring the journal there heals (AW-SYNC-4)"
  )
  func wiped() async throws {
    try await Pair.with { pair in
      try pair.write("Before", times: 1)
      _ = try await pair.sync()
      try pair.site.wipe()
      try pair.write("After", times: 1)
      try await pair.site.serving { relay in
        for device in [pair.desk, pair.attic] {
          let failure = await #expect(throws: DeviceFailure.self) {
            try await device.sync(at: relay)
          }
          #expect(failure == .relay(.otherKey(address: relay.address.text)))
        }
        // Either may bring it, the one that joined too.
        try pair.attic.setRelay(relay.address.text, code: try await relay.makeCode())
        let report = try await pair.attic.sync(at: relay)
        #expect(report.agreed && report.generationChanged)
        // The other still knows the relay that was.
        let failure = await #expect(throws: DeviceFailure.self) {
          try await pair.desk.sync(at: relay)
        }
        #expect(failure == .relay(.otherKey(address: relay.address.text)))
        try pair.desk.setRelay(relay.address.text, code: nil)
        // All that went was there before, but for what the attic wrote since.
        #expect(report.restored.values.reduce(0, +) == report.pushed - 1)
        let (desk, attic) = (
          try await pair.desk.sync(at: relay), try await pair.attic.sync(at: relay)
        )
        #expect(desk.agreed && attic.agreed)
      }
      try expectSame(pair.desk, pair.attic)
    }
  }

  @Test("Another relay at another address gets everything, and nothing was lost (AW-SYNC-9)")
  func moved() async throws {
    try await Pair.with { pair in
      try pair.write("Before", times: 1)
      _ = try await pair.sync()
      try pair.write("Between", times: 1)
      try await LiveRelay.with { relay in
        try pair.desk.setRelay(relay.address.text, code: try await relay.makeCode())
        try pair.attic.setRelay(relay.address.text, code: nil)
        let report = try await pair.desk.sync(at: relay)
        #expect(report.agreed && report.restored.isEmpty && report.pushed > 5)
        #expect(try await pair.attic.sync(at: relay).agreed)
        #expect(try await pair.desk.sync(at: relay).agreed)
      }
      try expectSame(pair.desk, pair.attic)
    }
  }

  @Test("A device that joined after the copy was made introduces itself (AW-SYNC-18)")
  func newcomer() async throws {
    try await Pair.with { pair in
      try pair.site.backUp()
      let shed = try await pair.site.serving { relay in
        let shed = try await pair.household.joiner("shed", invitedBy: pair.attic, at: relay)
        _ = try shed.new(.mantra, edits: [.set(field: "words", value: "New here")])
        try await shed.sync(at: relay)
        return shed
      }
      try pair.site.restore()
      try await pair.site.serving { relay in
        let report = try await shed.sync(at: relay)
        #expect(report.agreed && report.pushed == 3)
        #expect(try await pair.desk.sync(at: relay).agreed)
      }
      try expectSame(pair.desk, shed)
      #expect(try pair.desk.devices().compactMap(\.name).contains("shed"))
    }
  }

  @Test("A device that has received nothing yet is told to let another machine bring the journal")
  func neverSynced() async throws {
    try await Pair.with { pair in
      try pair.write("Before", times: 1)
      let shed = try await pair.site.serving { relay in
        try await pair.household.joiner("shed", invitedBy: pair.desk, at: relay) { http in
          var cut = TamperingRelay(relay: http)
          cut.isCutOff = true
          return cut
        }
      }
      try pair.site.wipe()
      try await pair.site.serving { relay in
        // A code is no help to who has nothing to bring, and is not used up.
        let code = try await relay.makeCode()
        for unused in [nil, code] {
          try shed.setRelay(relay.address.text, code: unused)
          let failure = await #expect(throws: DeviceFailure.self) {
            try await shed.sync(at: relay)
          }
          #expect(failure == .relay(.unknownNewcomer))
        }
        try pair.desk.setRelay(relay.address.text, code: code)
        #expect(try await pair.desk.sync(at: relay).agreed)
        #expect(try await shed.sync(at: relay).agreed)
        #expect(try await pair.desk.sync(at: relay).agreed)
      }
      try expectSame(pair.desk, shed)
    }
  }
}

/// Two devices that hold the same, and a relay that can be stopped and lost.
struct Pair: Sendable {
  let site: RelaySite
  let household: Household
  let desk: Device
  let attic: Device

  /// Runs a body with two devices that have seen each other; the relay has stopped.
  static func with(_ body: (Pair) async throws -> Void) async throws {
    try await RelaySite.with { site in
      try await Household.with { household in
        let pair = try await site.serving { relay in
          let desk = try await household.founder("desk", at: relay)
          let attic = try await household.joiner("attic", invitedBy: desk, at: relay)
          try await syncAll([desk, attic], at: relay)
          return Pair(site: site, household: household, desk: desk, attic: attic)
        }
        try await body(pair)
      }
    }
  }

  /// Both write so often.
  func write(_ words: String, times: Int) throws {
    for number in 0..<times {
      for device in [desk, attic] {
        _ = try device.new(.mantra, edits: [.set(field: "words", value: "\(words) \(number)")])
      }
    }
  }

  /// The desk, the attic and the desk sync; the relay serves meanwhile.
  func sync() async throws -> [SyncReport] {
    try await site.serving { relay in
      var reports: [SyncReport] = []
      for device in [desk, attic, desk] {
        reports.append(try await device.sync(at: relay))
      }
      return reports
    }
  }
}
