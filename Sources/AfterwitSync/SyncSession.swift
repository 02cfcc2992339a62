// The procedure of Protocol/7-synchronization, without I/O, clock or randomness.
//
// Problem: a device and a relay each hold a set of envelopes and must come to hold the same set,
// although the relay may have forgotten some, may have been put back in time, or may lie, and any
// call may fail.
//
// Idea: a cursor makes the usual case one round trip, and heads decide. Whatever the cursor
// brought, the session compares the tips of all logs, fetches log by log what the device lacks,
// pushes what the relay lacks, and compares again. Every step may be repeated, because envelopes
// are named by their hash.
//
// Invariant: the cursor moves only past envelopes that were given to the replica in the same
// transaction, or that this device itself appended at exactly that place.
//
// Cost: one round trip if nothing is new. What was fetched in vain is not fetched again until
// something else was admitted, and there are at most `roundLimit` comparisons with new heads, so a
// relay that lies can waste only a bounded number of calls.

internal import AfterwitEncoding
public import AfterwitWire

/// One exchange between a device and a relay, as a pure state machine.
///
/// The caller performs each ``Effect`` and hands its ``Event`` to ``handle(_:)`` until
/// ``Effect/end(_:)``. An event that does not answer the last effect is a programming error.
///
/// ```swift
/// let journal = try #require(JournalID([UInt8](repeating: 7, count: 16)))
/// let request = ChallengeRequest(journal: journal, device: .zero)
/// var session = SyncSession(request: request, at: "https://relay.example")
/// #expect(session.start() == .recall)
/// #expect(session.handle(.recalled(RelayState())) == .challenge(request))
///
/// let failure = RelayFailure.unreachable(.silence("no network"))
/// guard case .end(let report) = session.handle(.failed(failure)) else {
///   throw failure
/// }
/// #expect(report.outcome == .failed(failure))
/// ```
public struct SyncSession: Sendable {
  /// How often one session compares with new heads at most.
  public static let roundLimit = 8
  /// After how many pages in a row without anything genuine a pull is given up.
  public static let barrenPageLimit = 8
  /// After how many pages in a row without anything new a pull is given up.
  public static let stalePageLimit = 1024
  /// How often a session logs in again at most after its token was refused.
  static let renewalLimit = 2

  /// What the session waits for; ``Phase/successors`` tells which state may follow which.
  enum State: Sendable {
    /// ``start()`` has not been called.
    case new
    /// What the device remembers of the relay.
    case recalling
    /// The relay's challenge.
    case challenging
    /// The device's signature.
    case signing(Challenge)
    /// A token, for a signed challenge.
    case loggingIn
    /// The control envelopes that show that this device is a member.
    case readingIntroduction
    /// The genesis envelope, to bring the journal with a code.
    case readingGenesis(code: String)
    /// A token, for a code.
    case founding
    /// The store, which remembers the relay's state; then the step follows.
    case remembering(Step)
    /// A page of the relay's order.
    case pulling(after: RelayCursor)
    /// The store, which admits a page; heads came with it if it was the last.
    case admittingPage(Heads?)
    /// The relay's heads.
    case askingHeads
    /// The store, which compares heads.
    case comparing(RelayView)
    /// A part of a log.
    case fetching(Fetch)
    /// The store, which admits a part of a log.
    case admittingLog(Fetch, next: UInt64?)
    /// The store, which reads a page to push.
    case reading(Push)
    /// The relay, which stores a page of this many envelopes and bytes.
    case pushing(Push, count: Int, bytes: Int)
    /// Nothing: the session is over.
    case ended
  }

  /// What follows when the relay's state has been remembered.
  enum Step: Sendable {
    case exchange
    case settle(RelayView, Comparison)
    case push(Push)
    case challengeAgain
  }

  /// What the relay said it holds.
  struct RelayView: Sendable {
    let heads: Heads
    /// The end of the relay's order at that time; valid when everything before it was fetched.
    var cursor: RelayCursor?
  }

  let request: ChallengeRequest
  let address: String
  var state = State.new
  /// What the device remembers of the relay, or is about to remember.
  var memory = RelayState()
  var report = SyncReport()
  var progress = Progress()

  /// A session of the device that asks, with the relay that is dialled at an address.
  public init(request: ChallengeRequest, at address: String) {
    self.request = request
    self.address = address
  }

  /// The first effect.
  public mutating func start() -> Effect {
    guard case .new = state else { preconditionFailure("a session starts once") }
    state = .recalling
    return .recall
  }

  /// Takes the answer to the last effect and gives the next effect.
  public mutating func handle(_ event: Event) -> Effect {
    let before = phase
    let effect = advance(by: event)
    assert(
      event == .outOfTime || before.successors.contains(phase), "\(before) led to \(phase)")
    return effect
  }

  private mutating func advance(by event: Event) -> Effect {
    switch (state, event) {
    case (.ended, _), (.new, _): preconditionFailure("no effect is under way")
    case (_, .outOfTime): return end(.outOfTime)
    case (_, .failed(let failure)): return handle(failure)
    case (.recalling, .recalled(let remembered)):
      memory = remembered
      return exchange()
    case (.remembering(let step), .remembered): return take(step)
    case (.challenging, .challenged), (.signing, .signed), (.loggingIn, .opened),
      (.readingIntroduction, .introduction), (.readingGenesis, .genesis), (.founding, .opened):
      return handleOpening(event)
    case (.pulling(let cursor), .pulled(let generation, let page)):
      return handle(page, after: cursor, in: generation)
    case (.admittingPage(let heads), .admitted(let admission)):
      return handle(admission, heads: heads)
    case (.askingHeads, .headsCame(let generation, let answer)):
      return handle(answer, in: generation)
    case (.comparing(let view), .compared(let comparison)): return settle(view, comparison)
    case (.fetching(let fetch), .logCame(let generation, let answer)):
      return handle(answer, of: fetch, in: generation)
    case (.admittingLog(let fetch, let next), .admitted(let admission)):
      return handle(admission, of: fetch, next: next)
    case (.reading(let push), .read(let envelopes)): return append(envelopes, of: push)
    case (.pushing(let push, let count, _), .appended(let generation, let answer)):
      return handle(answer, of: push, count: count, in: generation)
    default: preconditionFailure("the event does not answer the last effect")
    }
  }
}
