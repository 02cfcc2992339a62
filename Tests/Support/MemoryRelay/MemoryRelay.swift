public import AfterwitEncoding
public import AfterwitSync
internal import AfterwitTestRandomness
public import AfterwitWire
internal import Crypto

/// A relay in memory that keeps Protocol/6-relay, and breaks it where a test says so.
public actor MemoryRelay {
  /// The calls of a relay, as faults and counts name them.
  public enum Call: Hashable, Sendable {
    case challenge, login, found, append, pull, heads, log, mailbox
  }

  /// What a test makes the relay do wrong.
  public struct Faults: Sendable {
    /// Failures of the next calls of a kind, the first of them first.
    public var next: [Call: [RelayFailure]] = [:]
    /// Failures of all calls of a kind.
    public var always: [Call: RelayFailure] = [:]
    /// Calls of a kind that are performed, but whose next answers are lost.
    public var lostAnswers: [Call: Int] = [:]
    /// Envelopes that every page of the order begins with, though nobody appended them.
    public var injected: [[UInt8]] = []
    /// Envelopes that stand in the way of the real ones in logs, by id of the real one.
    public var replaced: [EnvelopeID: [UInt8]] = [:]
    /// Whether pages come last envelope first.
    public var isReversed = false
    /// Envelopes that no page of the order shows, though logs and heads do.
    public var hiddenFromOrder: Set<EnvelopeID> = []
    /// The longest page that is taken, in bytes.
    public var appendLimit = Limits.page
    /// How many envelopes it keeps of a journal before it takes control envelopes only.
    public var quota: Int?
    /// What the heads are made to say.
    public var heads: (@Sendable (Heads) -> Heads)?
    /// Whether each answer names another generation.
    public var changesGeneration = false
    /// Whether pulls go on for ever, with pages of nothing but what is injected.
    public var isEndless = false

    /// No faults.
    public init() {}
  }

  /// All that a restart of the relay would find.
  public struct Storage: Sendable {
    var generation: Generation
    var shelves: [JournalID: Shelf] = [:]
    var codes: Set<String> = []
    var tokens: [Token: ChallengeRequest] = [:]
  }

  /// Where it would be dialled.
  public nonisolated let address = "https://relay.memory"
  /// What the relay does wrong.
  public var faults = Faults()
  /// The calls made so far.
  public private(set) var calls: [Call] = []
  /// The longest page it gives, in bytes.
  public var pageLimit = Limits.page
  var storage: Storage
  var random: SeededGenerator
  var challenges: Set<[UInt8]> = []
  var mailboxes: [MailboxID: [[UInt8]]] = [:]
  let key: Curve25519.Signing.PrivateKey

  /// An empty relay.
  public init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    key = Curve25519.Signing.PrivateKey()
    storage = Storage(generation: Self.generation(&random))
  }

  /// Sets what goes wrong.
  public func set(_ change: @Sendable (inout Faults) -> Void) { change(&faults) }

  /// Sets the longest page it gives, in bytes.
  public func set(pageLimit: Int) { self.pageLimit = pageLimit }

  /// Forgets the calls made so far.
  public func clearCalls() { calls = [] }

  /// Makes a single-use code.
  public func makeCode() -> String {
    let code = Hexadecimal.encode(randomBytes(8))
    storage.codes.insert(code)
    return code
  }

  /// Everything it stores now.
  public func backup() -> Storage { storage }

  /// Goes back to a backup; under another generation if the operator did it properly.
  public func restore(_ backup: Storage, renaming: Bool) {
    storage = backup
    if renaming { storage.generation = Self.generation(&random) }
  }

  /// Loses everything and starts anew.
  public func wipe() { storage = Storage(generation: Self.generation(&random)) }

  /// How many envelopes it holds of a journal.
  public func count(of journal: JournalID) -> Int { storage.shelves[journal]?.order.count ?? 0 }

  static func generation(_ random: inout SeededGenerator) -> Generation {
    let bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
    guard let generation = Generation(bytes) else { preconditionFailure("16 bytes") }
    return generation
  }

  func randomBytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  /// Notes a call and throws the failure that stands for it.
  func begin(_ call: Call) throws(RelayFailure) {
    calls.append(call)
    if faults.changesGeneration { storage.generation = Self.generation(&random) }
    if let failure = faults.always[call] { throw failure }
    if let failure = faults.next[call]?.first {
      faults.next[call]?.removeFirst()
      throw failure
    }
  }

  /// Gives the answer, unless it is to be lost.
  func answer<Value>(_ call: Call, _ value: Value) throws(RelayFailure) -> RelayAnswer<Value> {
    if let lost = faults.lostAnswers[call], lost > 0 {
      faults.lostAnswers[call] = lost - 1
      throw .unreachable(.silence("the answer was lost"))
    }
    return RelayAnswer(generation: storage.generation, value: value)
  }
}
