import AfterwitEncoding
import AfterwitWire
import Testing

/// The thirteen concurrent histories that the rules were drawn for: D founded, L came after D, P
/// after L, R is the paper.
@Suite("Concurrent histories of members")
struct MembershipHistoryTests {
  /// D lets L in (1), then P (2), each knowing all before.
  private func beginning() -> ControlHistory {
    var history = ControlHistory()
    history.write(by: "D", [.admit("L")], seen: [], after: 0)
    history.write(by: "D", [.admit("P")], seen: [], after: 1)
    return history
  }

  @Test("1, 2: who is older shuts out, and the cut says up to where [AW-SEAL-38] [AW-SEAL-39]")
  func shutOut() throws {
    var history = beginning()
    let tip = Heads.Tip(number: 10, id: history.envelopes[0].id)
    history.write(by: "D", [.revoke("L", []), .epoch(["D", "P", "R"])], seen: [], after: 2)
    let roster = history.roster
    #expect(ControlHistory.members(roster) == ["D", "P", "R"])
    let exclusion = try #require(roster.membership.excluded[ControlHistory.member("L").device])
    #expect(exclusion.by == [ControlHistory.member("D").device] && exclusion.cut.isEmpty)
    #expect(roster.membership.usableEpochs.map(\.number) == [2])
    let revocation = Revocation(
      target: ControlHistory.member("L").device, controlCut: [], cut: [tip])
    #expect(
      try ControlRecord.decode(ControlRecord.encode([.revocation(revocation)]))
        == [.revocation(revocation)])
  }

  @Test("3: whom it lets in at the same time is none [AW-SEAL-37]")
  func admittedMeanwhile() {
    var history = beginning()
    history.write(by: "D", [.revoke("L", [])], seen: [], after: 2)
    history.write(by: "L", [.admit("X")], seen: [2], after: nil)
    #expect(ControlHistory.members(history.roster) == ["D", "P", "R"])
  }

  @Test("4: whom it let in beyond the cut is out with it, and is let in again [AW-SEAL-39]")
  func letInBeyondTheCut() {
    var history = ControlHistory()
    history.write(by: "D", [.admit("L")], seen: [], after: 0)
    let admission = history.write(by: "L", [.admit("P")], seen: [1], after: nil)
    var other = history
    history.write(by: "D", [.revoke("L", [])], seen: [], after: 1)
    #expect(ControlHistory.members(history.roster) == ["D", "R"])
    history.write(by: "D", [.admit("P")], seen: [], after: 3)
    #expect(ControlHistory.members(history.roster) == ["D", "P", "R"])
    other.write(by: "D", [.revoke("L", [admission])], seen: [admission], after: 1)
    #expect(ControlHistory.members(other.roster) == ["D", "P", "R"])
  }

  @Test("5: two epochs that each wrap to one who is out are neither usable [AW-SEAL-41]")
  func crossedEpochs() {
    var history = beginning()
    history.write(by: "D", [.revoke("L", []), .epoch(["D", "P", "R"])], seen: [], after: 2)
    history.write(by: "R", [.revoke("P", []), .epoch(["D", "L", "R"])], seen: [2], after: nil)
    #expect(ControlHistory.members(history.roster) == ["D", "R"])
    #expect(history.roster.membership.usableEpochs.isEmpty)
    #expect(history.roster.membership.lastEpochs.map(\.number) == [2, 2])
    history.write(by: "D", [.epoch(["D", "R"])], seen: [4], after: 3)
    #expect(history.roster.membership.usableEpochs.map(\.number) == [3])
    #expect(history.roster.membership.usableEpochs.first?.bases.count == 2)
  }

  @Test("6: who is let in under the old epoch lacks the new one, and is a member")
  func admittedUnderTheOld() {
    var history = beginning()
    history.write(by: "D", [.revoke("L", []), .epoch(["D", "P", "R"])], seen: [], after: 2)
    history.write(by: "P", [.admit("X")], seen: [2], after: nil)
    #expect(ControlHistory.members(history.roster) == ["D", "P", "R", "X"])
  }

  @Test("7: nobody shuts out who is older, and the founder is older than all [AW-SEAL-38]")
  func younger() {
    var history = beginning()
    history.write(by: "L", [.revoke("D", [])], seen: [2], after: nil)
    history.write(by: "P", [.revoke("R", [])], seen: [2], after: nil)
    history.write(by: "P", [.revoke("L", [])], seen: [2], after: 4)
    #expect(ControlHistory.members(history.roster) == ["D", "L", "P", "R"])
  }

  @Test("8: of two that were let in at the same time neither shuts the other out [AW-SEAL-38]")
  func twins() {
    var history = beginning()
    let first = history.write(by: "D", [.admit("X")], seen: [], after: 2)
    let second = history.write(by: "P", [.admit("Y")], seen: [2], after: nil)
    history.write(by: "X", [.revoke("Y", [])], seen: [first, second], after: nil)
    history.write(by: "Y", [.revoke("X", [])], seen: [first, second], after: nil)
    #expect(ControlHistory.members(history.roster) == ["D", "L", "P", "R", "X", "Y"])
    history.write(by: "R", [.revoke("Y", [])], seen: [first, second], after: nil)
    #expect(ControlHistory.members(history.roster) == ["D", "L", "P", "R", "X"])
  }

  @Test("9: an older cut takes a revocation back, and the epoch that came with it [AW-SEAL-38]")
  func takenBack() {
    var history = beginning()
    let revocation = history.write(
      by: "L", [.revoke("P", []), .epoch(["D", "L", "R"])], seen: [2], after: nil)
    #expect(ControlHistory.members(history.roster) == ["D", "L", "R"])
    history.write(by: "R", [.revoke("L", [])], seen: [2], after: nil)
    #expect(ControlHistory.members(history.roster) == ["D", "P", "R"])
    #expect(history.roster.membership.usableEpochs.isEmpty)
    #expect(!history.roster.membership.valid.contains(history.envelopes[revocation].id))
  }

  @Test("10: successors of two copies cannot shut each other out, the paper cuts at a branch")
  func copiedHome() {
    var history = beginning()
    let first = history.write(by: "L", [.admit("X")], seen: [2], after: nil)
    let second = history.write(by: "L", [.admit("Y")], seen: [2], after: nil)
    history.write(by: "X", [.revoke("Y", [])], seen: [first, second], after: nil)
    #expect(ControlHistory.members(history.roster).isSuperset(of: ["X", "Y"]))
    history.write(by: "R", [.revoke("L", [first])], seen: [first, second], after: nil)
    #expect(ControlHistory.members(history.roster) == ["D", "P", "R", "X"])
  }

  @Test("11: who was shut out comes back under new keys")
  func rejoined() {
    var history = beginning()
    let out = history.write(by: "D", [.revoke("L", [])], seen: [], after: 2)
    history.write(by: "D", [.admit("L")], seen: [], after: out)
    #expect(ControlHistory.members(history.roster) == ["D", "P", "R"])
    history.write(by: "D", [.admit("X")], seen: [], after: 4)
    #expect(ControlHistory.members(history.roster) == ["D", "P", "R", "X"])
  }

  @Test("13: an old state of a relay knows of no revocation, and the first that brings it is right")
  func oldState() {
    var history = beginning()
    let out = history.write(by: "D", [.revoke("L", [])], seen: [], after: 2)
    #expect(ControlHistory.members(history.roster(of: [0, 1, 2])).contains("L"))
    #expect(!ControlHistory.members(history.roster(of: [0, out, 2, 1])).contains("L"))
  }

  @Test("However many ends somebody leaves, what others write has room [AW-SEAL-36]")
  func manyEnds() {
    var history = beginning()
    for _ in 0..<1200 { history.write(by: "P", [.epoch([])], seen: [2], after: nil) }
    let seen = history.roster.seen(by: ControlHistory.member("L").device, after: .zero)
    #expect(history.roster.membership.tips.count == 1200)
    #expect((Limits.seen...Limits.seen + 1).contains(seen.others.count))
    #expect(seen.others.contains(history.envelopes[1].id))
  }

  @Test("An introduction leads through what was seen, to a relay that lost it all [AW-SEAL-37]")
  func introduction() {
    var history = ControlHistory()
    history.write(by: "D", [.admit("L")], seen: [], after: 0)
    history.write(by: "D", [.admit("P")], seen: [], after: 1)
    let between = history.write(by: "P", [.epoch(["D", "P"])], seen: [2], after: nil)
    let last = history.write(by: "L", [.admit("X")], seen: [between], after: nil)
    let path = IntroductionPath(history.envelopes.map(\.bytes))
    let bytes = path.envelopes(to: ControlHistory.member("X").device) { device in
      ["D", "R"].contains(ControlHistory.name(device))
    }
    let places = bytes.compactMap { bytes in history.envelopes.firstIndex { $0.bytes == bytes } }
    #expect(places == [1, 2, between, last])
    #expect(ControlHistory.members(history.roster(of: [0] + places)).contains("X"))
    #expect(!ControlHistory.members(history.roster(of: [0, 1, last])).contains("X"))
  }

  @Test("A paper that is renewed is void, whoever else has it [AW-SEAL-40]")
  func renewedPaper() {
    var history = beginning()
    let renewal = history.write(by: "R", [.admit("Q"), .revoke("R", [])], seen: [2], after: nil)
    #expect(ControlHistory.members(history.roster) == ["D", "L", "P", "Q"])
    // A thief of the old paper dates back.
    history.write(by: "R", [.revoke("D", []), .admit("X")], seen: [2], after: nil)
    history.write(by: "R", [.revoke("Q", [])], seen: [renewal], after: nil)
    #expect(ControlHistory.members(history.roster) == ["D", "L", "P", "Q"])
    history.write(by: "Q", [.revoke("L", [])], seen: [renewal], after: nil)
    #expect(ControlHistory.members(history.roster) == ["D", "P", "Q"])
  }

  @Test("An epoch of the greatest number, on bases that nobody knows, is none [AW-SEAL-41]")
  func greatestNumber() throws {
    let base = Epoch.Base(
      number: .max - 1, identity: [UInt8](repeating: 8, count: 32), sealedKey: [])
    let epoch = Epoch(number: .max, identity: [UInt8](repeating: 7, count: 32), bases: [base])
    #expect(epoch.hasNextNumber)
    var history = beginning()
    history.announce(epoch, by: "P", seen: [2])
    #expect(history.roster.membership.usableEpochs.map(\.number) == [1])
    #expect(history.roster.membership.lastEpochs.map(\.number) == [1])
  }

  @Test("An epoch that an open one opens is open, and so is one that who is out made [AW-SEAL-41]")
  func openedByAnother() {
    var history = ControlHistory()
    history.write(by: "D", [.epoch(["D", "R"])], seen: [], after: 0)
    history.write(by: "D", [.admit("L"), .admit("P")], seen: [], after: 1)
    let first = history.write(
      by: "D", [.revoke("L", []), .epoch(["D", "P", "R"])], seen: [1], after: 2)
    // L and P have the key of 2, which opens 1, though nobody wrapped 1 to them.
    history.write(by: "R", [.revoke("P", []), .epoch(["D", "L", "R"])], seen: [1, 2], after: nil)
    #expect(history.roster.membership.usableEpochs.isEmpty)
    history.write(by: "D", [.epoch(["D", "R"])], seen: [1, 2, 4], after: first)
    #expect(history.roster.membership.usableEpochs.map(\.number) == [4])

    var other = beginning()
    let begun = other.write(by: "L", [.epoch(["D", "P", "R"])], seen: [2], after: nil)
    other.write(by: "D", [.revoke("L", [begun])], seen: [begun], after: 2)
    #expect(other.roster.membership.usableEpochs.isEmpty)
  }

  @Test("Of two admissions alike, which one counts does not depend on which came first")
  func admittedTwice() {
    var history = ControlHistory()
    history.write(by: "D", [.admit("L")], seen: [], after: 0)
    history.write(by: "D", [.admit("P")], seen: [], after: 0)
    let first = history.write(by: "L", [.admit("X")], seen: [1], after: nil)
    let second = history.write(by: "P", [.admit("X")], seen: [2], after: nil)
    let one = history.roster(of: [0, 1, 2, first, second]).membership
    let other = history.roster(of: [0, 1, 2, second, first]).membership
    #expect(one.admissions == other.admissions && one.sponsors == other.sponsors)
  }
}
