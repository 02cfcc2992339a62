import AfterwitMeter
import AfterwitWire

/// What folding a large journal costs beside verifying it.
struct FoldRun {
  private let scene: FoldScene

  init(revocations: Int) throws {
    scene = try FoldScene(members: 256, acts: 1000, revocations: revocations)
  }

  /// Prints the medians of so many rounds, in which the two take turns.
  func measure(rounds: Int) throws {
    let keys = scene.keys
    var verifying: [Double] = []
    var folding: [Double] = []
    var members = 0
    let genesis = scene.envelopes[0].id
    for _ in 0..<rounds {
      var start = Moment.now
      for envelope in scene.envelopes {
        if let key = keys[envelope.header.device] { try envelope.verify(signedBy: key) }
      }
      verifying.append(start.passed.cpu)
      start = Moment.now
      let roster = try Roster.folded(admitted: scene.envelopes, genesis: genesis)
      folding.append(start.passed.cpu)
      members = roster?.members.count ?? 0
    }
    let (verify, fold) = (verifying.sorted()[rounds / 2], folding.sorted()[rounds / 2])
    Fact("members", Double(members)).print()
    Fact("verify 1,000 control envelopes, ms", verify).print()
    Fact("fold them, ms", fold).print()
    Fact("fold beside verify, times", fold / verify).print()
  }
}
