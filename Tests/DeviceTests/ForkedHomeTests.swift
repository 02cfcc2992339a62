import AfterwitDevice
import AfterwitEncoding
import AfterwitHTTP
import AfterwitHousehold
import AfterwitJournal
import AfterwitSealing
import AfterwitSync
import AfterwitWire
import Testing

@Suite("What a person does in a home that exists twice")
struct ForkedHomeTests {
  @Test("Of two homes that were one, each finds its own words under mine, the other's under theirs")
  func mineAfterFork() async throws {
    try await Trio.with { trio in
      let id = try trio.attic.new(
        .reflection, edits: [.replace(field: "happened", text: "The cat sat.")])
      let gone = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Going")])
      try await syncAll([trio.attic, trio.desk], at: trio.relay)
      try trio.household.copy("attic", to: "clone")
      let clone = try trio.household.device("clone")
      let homes = [(trio.attic, "The dog sat.", "2"), (clone, "The fox sat.", "4")]
      for (device, text, mood) in homes {
        _ = try device.edit(id, edits: [.replace(field: "happened", text: text)])
        _ = try device.edit(id, edits: [.set(field: "mood", value: mood)])
      }
      try trio.attic.remove([.entry(gone)])
      _ = try clone.edit(gone, edits: [.append(field: "words", text: "Not yet")])
      for device in [trio.attic, clone, trio.attic, clone] { try await device.sync(at: trio.relay) }
      for (device, text, mood) in homes {
        let mine = Set(
          try device.reviews().map { review in
            let local = review.parts[0].sides.filter(\.isLocal)
            #expect(review.parts[0].sides.count == 2 && local.count == 1, "\(review)")
            return local.first?.text
          })
        #expect(mine.isSuperset(of: [text, mood]))
      }
      #expect(try trio.attic.reviews().count == 3)
      try await trio.desk.sync(at: trio.relay)
      #expect(try trio.desk.reviews().allSatisfy { !$0.parts[0].sides.contains(where: \.isLocal) })
      for review in try trio.attic.reviews() { try trio.attic.resolve(review.id.text, with: .mine) }
      #expect(try trio.attic.entry(id).text("happened") == "The dog sat.")
      #expect(try trio.attic.entry(id).register("mood") == "2")
      #expect(try trio.attic.entry(gone).isDeleted)
      for device in [trio.attic, clone] { try await device.sync(at: trio.relay) }
      try expectSame(trio.attic, clone)
      #expect(try clone.status().reviews == 0)
    }
  }

  @Test("Where no device can be admitted any more, a copied home refuses to write (AW-SEAL-24)")
  func full() async throws {
    try await Trio.with { trio in
      var member = try HostileMember("desk", of: trio)
      let others = (4..<Limits.members).map { _ in ControlRecord.member(DeviceKeys().member) }
      try await member.append([try member.control(others)])
      try await syncAll([trio.desk, trio.attic, trio.shed], at: trio.relay)
      try trio.household.copy("attic", to: "clone")
      let clone = try trio.household.device("clone")
      let there = try clone.new(.mantra, edits: [.set(field: "words", value: "There")])
      let here = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Here")])
      for device in [clone, trio.attic, clone] {
        #expect(try await device.sync(at: trio.relay).agreed)
      }
      // Both read all, and neither writes under keys that another writes with.
      for device in [clone, trio.attic] {
        let before = try device.status()
        #expect(try device.entry(there).text("words") == "There")
        #expect(try device.entry(here).text("words") == "Here")
        let failure = #expect(throws: DeviceFailure.self) {
          try device.new(.mantra, edits: [.set(field: "words", value: "More")])
        }
        #expect(failure?.code == .quota && failure?.cause == .writing(.noRoomForSuccessor))
        guard case .keeping(.inNewDraft, _)? = failure else {
          Issue.record("the words are lost: \(String(describing: failure))")
          continue
        }
        #expect(throws: DeviceFailure.self) { try device.remove([.entry(here)]) }
        #expect(try device.status().held == before.held)
      }
      let refused = await #expect(throws: DeviceFailure.self) {
        try await withHTTPRelay(at: trio.relay.address) { http in
          _ = try await trio.shed.invite(over: http, show: { _ in }) { _ in true }
        }
      }
      #expect(refused == .pairing(.noRoom(limit: Limits.members)) && refused?.code == .quota)
      // What others write still comes.
      let far = try trio.shed.new(.mantra, edits: [.set(field: "words", value: "Far")])
      try await trio.shed.sync(at: trio.relay)
      #expect(try await clone.sync(at: trio.relay).isQuiet)
      #expect(try clone.entry(far).text("words") == "Far")
    }
  }
}
