// The procedure of Protocol/7-synchronization, without I/O, clock or randomness.
//
// Problem: a device and a relay hold two sets of envelopes and must come to hold the same one,
// though the relay may have forgotten, gone back in time, or lie, and any call may fail.
//
// Idea: a cursor makes the usual case one round trip; heads decide. Whatever the cursor brought,
// the session compares the tips of all logs, fetches by log what it lacks, pushes what the relay
// lacks, and compares again. Every step may be repeated, for envelopes are named by their hash.
//
// Invariant: the cursor moves only past envelopes that were given to the replica in the same
// transaction, or that this device itself appended at exactly that place.
//
// Cost: one round trip when nothing is new. Nothing that was fetched in vain is fetched again
// until something else was admitted, and there are at most `roundLimit` comparisons with new
// heads, so a relay that lies can waste a bounded number of calls.

internal import AfterwitEncoding
public import AfterwitWire

/// One exchange between a device and a relay, as a pure state machine.
///
/// The caller performs each ``Effect`` and hands its ``Event`` to ``handle(_:)`` until
/// ``Effect/end(_:)``. An event that does not answer the last effect is a programming error.
public struct SyncSession: Sendable {
  /// The most comparisons with new heads in one session.
  public static let roundLimit = 8
  /// The most pages in a row that hold nothing genuine before a pull is given up.
  public static let barrenPageLimit = 8
  /// The most pages in a row that hold nothing new before a pull is given up.
  public static let stalePageLimit = 1024
  /// The most times a session logs in again after its token was refused.
  static let renewalLimit = 2

  /// What the session waits for.
  enum State: Sendable {
    /// ``start()`` has not been called.
    case new
    /// The memory of the relay.
    case recalling
    /// The relay's challenge.
    case challenging
    /// The device's signature.
    case signing(Challenge)
    /// A token, for a signed challenge.
    case loggingIn
    /// What shows that this device is a member.
    case readingIntroduction
    /// The genesis envelope, to be brought with a code.
    case readingGenesis(code: String)
    /// A token, for a code.
    case founding
    /// The store, to remember; then the next step.
    case remembering(Step)
    /// A page of the relay's order.
    case pulling(after: RelayCursor)
    /// The store, for a page; the heads came with it if it was the last.
    case admittingPage(Heads?)
    /// The relay's heads.
    case askingHeads
    /// The store, to compare.
    case comparing(RelayView)
    /// A part of a log.
    case fetching(Fetch)
    /// The store, for a part of a log.
    case admittingLog(Fetch, next: UInt64?)
    /// The store, for a page to push.
    case reading(Push)
    /// The relay, for so many envelopes of so many bytes.
    case pushing(Push, count: Int, bytes: Int)
    /// Nothing: the session is over.
    case ended
  }

  /// What follows once the relay's state is remembered.
  enum Step: Sendable {
    case exchange
    case settle(RelayView, Comparison)
    case push(Push)
    case challengeAgain
    case end(SyncReport.Outcome)
  }

  /// What the relay said it holds.
  struct RelayView: Sendable {
    let heads: Heads
    /// The end of the relay's order at that time, good once all of it was fetched.
    var cursor: RelayCursor?
  }

  let request: ChallengeRequest
  var state = State.new
  /// What is remembered, or is about to be.
  var memory = RelayState()
  var report = SyncReport()
  var progress = Progress()

  /// A session of the device that asks.
  public init(request: ChallengeRequest) {
    self.request = request
  }

  /// The first effect.
  public mutating func start() -> Effect {
    guard case .new = state else { preconditionFailure("a session starts once") }
    state = .recalling
    return .recall
  }

  /// Takes what came of the last effect and gives the next.
  public mutating func handle(_ event: Event) -> Effect {
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
