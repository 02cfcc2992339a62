import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitWire
import Crypto
import Testing

@testable import AfterwitSync

@Suite("The states of a session")
struct SyncPhaseTests {
  private static let sessions = 10_000
  private static let longest = 400

  @Test("Each state is followed by all the states that its table names, and by no other")
  func successors() throws {
    var world = try RandomWorld(seed: Scene.seed)
    var found: [SyncSession.Phase: Set<SyncSession.Phase>] = [:]
    for _ in 0..<Self.sessions {
      world.changeMood()
      var session = SyncSession(request: world.request, at: "https://relay.test")
      var before = session.phase
      var effect = session.start()
      for _ in 0..<Self.longest {
        found[before, default: []].insert(session.phase)
        before = session.phase
        guard let event = try world.event(after: effect) else { break }
        effect = session.handle(event)
      }
    }
    for phase in SyncSession.Phase.allCases {
      #expect(
        found[phase, default: []] == phase.successors, "after \(phase) \(Scene.repeatLine)")
    }
  }

  @Test("Every state but the first is reached, and the session ends where its time runs out")
  func outOfTime() throws {
    var world = try RandomWorld(seed: Scene.seed)
    var ended: Set<SyncSession.Phase> = []
    for _ in 0..<Self.sessions where ended.count < SyncSession.Phase.allCases.count - 2 {
      var session = SyncSession(request: world.request, at: "https://relay.test")
      var effect = session.start()
      for _ in 0..<Self.longest where session.phase != .ended {
        var late = session
        _ = late.handle(.outOfTime)
        #expect(late.phase == .ended)
        ended.insert(session.phase)
        guard let event = try world.event(after: effect) else { break }
        effect = session.handle(event)
      }
    }
    #expect(ended == Set(SyncSession.Phase.allCases).subtracting([.new, .ended]))
  }
}

/// A relay and a device that answer each effect with anything that fits it.
private struct RandomWorld {
  let request: ChallengeRequest
  private var random: SeededGenerator
  private let challenge: Challenge
  private let forgedChallenge: Challenge
  private let generations: [Generation]
  private let token: Token
  private let devices: [DeviceID]
  private let envelopes: [EnvelopeID]
  private let cursors: [RelayCursor]
  /// One call in this many fails.
  private var failureRate = 6

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    let journal = try #require(JournalID([UInt8](repeating: 3, count: 16)))
    request = ChallengeRequest(journal: journal, device: .zero)
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: 5, count: 32))
    let nonce = [UInt8](repeating: 6, count: 32)
    let signature = try key.signature(for: Challenge.signedBytes(for: request, nonce: nonce))
    challenge = Challenge(
      nonce: nonce, relayKey: Array(key.publicKey.rawRepresentation), signature: Array(signature))
    forgedChallenge = Challenge(
      nonce: nonce, relayKey: challenge.relayKey, signature: [UInt8](repeating: 0, count: 64))
    generations = [1, 2].compactMap { Generation([UInt8](repeating: $0, count: 16)) }
    token = try #require(Token([UInt8](repeating: 2, count: 32)))
    devices = [1, 2].compactMap { DeviceID([UInt8](repeating: $0, count: 32)) }
    envelopes = (1...60).compactMap { EnvelopeID([UInt8](repeating: $0, count: 32)) }
    cursors = envelopes.prefix(6).reduce(into: [.start]) {
      $0.append($0[$0.count - 1].advanced(past: $1))
    }
  }

  /// Makes the next session smooth or rough.
  mutating func changeMood() {
    failureRate = [2, 6, 40].randomElement(using: &random) ?? 6
  }

  /// An event that may answer an effect; `nil` after the last.
  mutating func event(after effect: SyncSession.Effect) throws -> SyncSession.Event? {
    switch effect {
    case .end: return nil
    case .recall:
      return .recalled(
        RelayState(
          generation: chance(2) ? generation : nil, cursor: chance(2) ? cursor : nil,
          token: chance(2) ? token : nil, code: chance(2) ? "code" : nil))
    case .remember: return .remembered
    case .sign: return .signed([UInt8](repeating: 0, count: 64))
    case .readGenesis: return .genesis(chance(4) ? [] : [1])
    case .readIntroduction: return .introduction(chance(2) ? [] : [[1]])
    case .compare(let heads, _): return .compared(comparison(with: heads))
    case .read(let ids, _):
      return .read(Array(repeating: [1], count: Int.random(in: 1...ids.count, using: &random)))
    case .admit: return .admitted(admission())
    default: return chance(failureRate) ? .failed(failure(of: effect)) : answer(to: effect)
    }
  }

  private mutating func answer(to call: SyncSession.Effect) -> SyncSession.Event? {
    switch call {
    case .challenge: return .challenged(generation, chance(6) ? forgedChallenge : challenge)
    case .login, .found: return .opened(generation, token)
    case .pull(let cursor, _):
      let next = chance(4) ? cursor : self.cursor
      return .pulled(
        generation,
        PullAnswer(cursor: next, heads: chance(2) ? heads : nil, envelopes: chance(2) ? [] : [[1]]))
    case .askHeads: return .headsCame(generation, HeadsAnswer(cursor: cursor, heads: heads))
    case .fetch: return .logCame(generation, LogAnswer(envelopes: chance(3) ? [] : [[1]]))
    case .append(let page, _):
      let outcomes = page.map { _ in outcome }
      return .appended(
        generation,
        AppendAnswer(
          outcomes: chance(12) ? [] : outcomes, before: cursor, after: cursor, heads: heads))
    default: return nil
    }
  }

  private mutating func chance(_ count: Int) -> Bool {
    Int.random(in: 0..<count, using: &random) == 0
  }

  private var generation: Generation {
    mutating get { generations[chance(4) ? 1 : 0] }
  }

  private var cursor: RelayCursor {
    mutating get { cursors[Int.random(in: cursors.indices, using: &random)] }
  }

  /// A failure of a call, mostly one that makes the session go on in another way.
  private mutating func failure(of call: SyncSession.Effect) -> RelayFailure {
    if chance(5) { return .unreachable(.silence("gone")) }
    if chance(5) { return .notARelay("a page for people") }
    let likely: RelayRefusal =
      switch call {
      case .login: .unknown
      case .found: .code
      case .pull: .cursor
      default: .unauthorized
      }
    let refusal = chance(2) ? likely : RelayRefusal.allCases.randomElement(using: &random)
    return .refused(refusal ?? likely, retryAfterSeconds: nil)
  }

  private var outcome: AppendOutcome {
    mutating get {
      switch Int.random(in: 0..<5, using: &random) {
      case 0: .alreadyHeld
      case 1: .refused(.gap)
      case 2: .refused(.signature)
      default: chance(20) ? .overQuota(QuotaUse(.bytes, used: 1, limit: 2)) : .stored
      }
    }
  }

  /// Tips of some devices.
  private var heads: Heads {
    mutating get {
      var tips: [DeviceID: [Heads.Tip]] = [:]
      for device in devices where chance(2) {
        let id = envelopes.randomElement(using: &random) ?? .zero
        tips[device] = [Heads.Tip(number: UInt64.random(in: 1...9, using: &random), id: id)]
      }
      return Heads(tips: tips)
    }
  }

  private mutating func comparison(with relay: Heads) -> SyncSession.Comparison {
    let ids = relay.tips.values.joined().map(\.id).filter { _ in chance(2) }
    let pending = chance(5) ? [] : Array(envelopes.shuffled(using: &random).prefix(3))
    return SyncSession.Comparison(
      ours: heads, unheld: Set(ids), lacking: Lacking(pending: pending))
  }

  private mutating func admission() -> Admission {
    var admission = Admission()
    admission.admitted = chance(2) ? 1 : 0
    admission.malformed = chance(4) ? 1 : 0
    if chance(4), let device = devices.randomElement(using: &random) { admission.gaps = [device] }
    return admission
  }
}
