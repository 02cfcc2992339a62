import AfterwitEncoding
import AfterwitRelay
import AfterwitTestRelay
import AfterwitWire
import Testing

@Suite("A device that is shut out, at the relay")
struct ExclusionTests {
  @Test("Its sessions end with the revocation, and what others bring of it is taken [AW-RELAY-76]")
  func shutOut() async throws {
    try await TestRelay.with { relay in
      var journal = try TestJournal()
      var other = try journal.newDevice()
      let session = try await relay.found(journal)
      let admission = try journal.admission(of: other)
      _ = try await relay.service.append([admission.bytes], as: session)
      let theirs = try await relay.login(other)
      let first = try other.write(journal.payload())
      #expect(try await relay.service.append([first.bytes], as: theirs).outcomes == [.stored])
      let revocation = try journal.founder.write(
        ControlRecord.encode([
          .revocation(
            Revocation(
              target: other.id, controlCut: [], cut: [Heads.Tip(number: 1, id: first.id)]))
        ]), kind: .control)
      _ = try await relay.service.append([revocation.bytes], as: session)
      let late = try other.write(journal.payload())
      // A request that was let in just before comes too late.
      let append = await #expect(throws: RelayDenial.self) {
        try await relay.service.append([late.bytes], as: theirs)
      }
      #expect(append?.refusal == .unauthorized)
      let login = await #expect(throws: RelayDenial.self) { try await relay.login(other) }
      #expect(login?.refusal == .out && login?.by == [journal.founder.id])
      // Who does not hold its key learns nothing.
      let stranger = try journal.newDevice()
      let unknown = await #expect(throws: RelayDenial.self) { try await relay.login(stranger) }
      #expect(unknown?.refusal == .unknown)
      let brought = try await relay.service.append([late.bytes], as: session)
      #expect(brought.outcomes == [.stored])
    }
  }
}
