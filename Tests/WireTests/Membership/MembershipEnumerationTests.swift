import AfterwitMemberModel
import AfterwitTestRandomness
import Testing

/// Every small history, up to its names, by the production fold and by the sentences.
@Suite("All small histories of members")
struct MembershipEnumerationTests {
  @Test("keep every invariant, in every order of delivery [AW-SEAL-31] [AW-SEAL-41]")
  func all() {
    var run = ModelRun()
    run.all(acts: Effort.isLong ? 4 : 2)
    #expect(run.broken.isEmpty, "\(run.report)")
    Effort.report(run.report)
  }

  @Test("and so do longer ones that are drawn [AW-SEAL-36] [AW-SEAL-39] [AW-SEAL-40]")
  func drawn() {
    var run = ModelRun()
    let first = Effort.seed ?? 1
    for seed in first..<first + UInt64(Effort.histories(1000)) {
      run.sample(acts: 3 + Int(seed % 4), seed: seed)
    }
    #expect(run.broken.isEmpty, "\(run.report)")
    Effort.report("from \(first), \(run.report)")
  }
}
