public import AfterwitEncoding
public import AfterwitWire

extension SyncSession {
  /// What the session wants done next; the event named with each effect answers it.
  public enum Effect: Hashable, Sendable {
    /// Read what is remembered of the relay: `recalled`.
    case recall
    /// Remember the relay's state: `remembered`.
    case remember(RelayState)
    /// Sign with the device's key: `signed`.
    case sign([UInt8])
    /// Read the genesis envelope: `genesis`.
    case readGenesis
    /// Read what shows that this device is a member: `introduction`.
    case readIntroduction
    /// Compare the relay's heads with what is held, and look these other envelopes up: `compared`.
    case compare(Heads, and: Set<EnvelopeID>)
    /// Read envelopes for a page of at most this many bytes: `read`.
    case read([EnvelopeID], within: Int)
    /// Admit envelopes and remember the relay's state with them: `admitted`.
    case admit([[UInt8]], remembering: RelayState)

    /// Call the relay: `challenged`, or `failed`.
    case challenge(ChallengeRequest)
    /// Call the relay: `opened`, or `failed`.
    case login(LoginRequest)
    /// Call the relay: `opened`, or `failed`.
    case found(FoundRequest)
    /// Call the relay: `pulled`, or `failed`.
    case pull(after: RelayCursor, as: Token)
    /// Call the relay: `headsCame`, or `failed`.
    case askHeads(as: Token)
    /// Call the relay: `logCame`, or `failed`.
    case fetch(LogRange, as: Token)
    /// Call the relay: `appended`, or `failed`.
    case append([[UInt8]], as: Token)

    /// Stop; the session is over.
    case end(SyncReport)
  }

  /// The answer to the last effect.
  public enum Event: Hashable, Sendable {
    /// What the device remembers of the relay.
    case recalled(RelayState)
    /// The relay's state has been remembered.
    case remembered
    /// The signature, 64 bytes.
    case signed([UInt8])
    /// The bytes of the genesis envelope.
    case genesis([UInt8])
    /// The control envelopes that lead to this device's admission; there may be none.
    case introduction([[UInt8]])
    /// How the relay's heads differ from what is held.
    case compared(Comparison)
    /// The envelopes read, at least one.
    case read([[UInt8]])
    /// What became of the envelopes.
    case admitted(Admission)

    /// A challenge.
    case challenged(Generation, Challenge)
    /// A session's token, from a login or a founding.
    case opened(Generation, Token)
    /// A page of the relay's order.
    case pulled(Generation, PullAnswer)
    /// The relay's heads.
    case headsCame(Generation, HeadsAnswer)
    /// A part of a log.
    case logCame(Generation, LogAnswer)
    /// What became of a page that was appended.
    case appended(Generation, AppendAnswer)
    /// The call failed; it has been repeated if that could help.
    case failed(RelayFailure)

    /// The time is used up; the last effect was not performed.
    case outOfTime
  }

  /// How the heads of a relay differ from what a device holds.
  public struct Comparison: Hashable, Sendable {
    /// The tips of everything held here.
    public let ours: Heads
    /// The envelopes asked about, the relay's tips among them, that are not held here.
    public let unheld: Set<EnvelopeID>
    /// What the relay's heads do not cover.
    public let lacking: Lacking

    /// A comparison of given parts.
    public init(ours: Heads, unheld: Set<EnvelopeID>, lacking: Lacking) {
      self.ours = ours
      self.unheld = unheld
      self.lacking = lacking
    }
  }
}
