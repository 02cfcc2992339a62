import AfterwitProcesses
import AfterwitTestRandomness
import Foundation

/// Three devices that write apart and meet, round after round, as real processes that are killed.
///
/// In each round every device, offline, runs commands from a seed, and some of them are killed at a
/// random moment. Then some devices sync, alone or at once, and now and then their process or the
/// relay is killed in the middle, or the relay stopped and started again. What must be there is kept
/// in a ledger; at the end all devices sync until nothing is new, and are compared with it and with
/// each other; then one device decides every open review, and none may be open on any. What breaks a promise is collected in `failures`, so that a test can see the checks
/// fail where a device lies. The seed fixes what is tried; the moment of a kill is the machine's.
struct Rounds {
  /// A promise broken on purpose, to see the checks fail.
  enum Lie {
    /// One edit is acknowledged and not saved.
    case savedNothing
    /// One device does not sync at the end.
    case missedSync
  }

  /// What was done.
  struct Figures {
    var commands = 0
    var kills = 0
    var syncKills = 0
    var relayStops = 0
    var relayKills = 0
    var resolved: [String: Int] = [:]
    var opened: Set<String> = []
    /// How many reviews were open at the end and decided there.
    var decided = 0
  }

  static let devices = ["desk", "laptop", "tower"]

  let stage: Stage
  let entryCount: Int
  let roundCount: Int
  let lie: Lie?
  var random: SeededGenerator
  var prose = Prose()
  var ledger = Ledger()
  var figures = Figures()
  var failures: [String] = []
  var round = 0
  /// The entries that each device has listed, hidden ones too.
  var known: [String: Set<String>] = [:]
  /// The entries that all write at in this round.
  var hot: [String] = []
  /// This round's rewritten sentences, for another device to type the same.
  var rewritings: [(from: String, to: String)] = []
  /// How many decisions were killed with the editor open at each device: each may leave a draft.
  var abandonedDrafts: [String: Int] = [:]
  /// How long the longest pause before a kill is, in seconds, for each verb.
  var spans: [String: Double] = ["sync": 0.2]

  init(stage: Stage, entries: Int, rounds: Int, seed: UInt64, lie: Lie? = nil) {
    self.stage = stage
    self.lie = lie
    entryCount = entries
    roundCount = rounds
    random = SeededGenerator(seed: seed)
  }

  /// Plays all rounds and checks what is left.
  mutating func play() async throws {
    _ = try await Scene.three.lay(on: stage)
    let port = try await withRelay(port: "0") { rounds, address in
      try await rounds.begin(at: address)
      return String(address.split(separator: ":").last ?? "")
    }
    while round < roundCount {
      try await withRelay(port: port) { rounds, _ in
        var isUp = true
        while isUp, rounds.round < rounds.roundCount {
          try await rounds.playRound()
          isUp = try await !rounds.endsRelay()
        }
      }
      if chance(0.5) { try await sync(at: Self.devices[number(3)], allowing: [4]) }
    }
    try await withRelay(port: port) { rounds, _ in try await rounds.settle() }
    try await check(ledger.entries + ledger.elements)
    guard lie == nil else { return }
    let decided = try await withRelay(port: port) { rounds, _ in try await rounds.decideAll() }
    try await check(decided)
  }

  /// One life of the relay: the same folder and port, ended by SIGTERM unless it is gone before.
  mutating func withRelay<Value: Sendable>(
    port: String, _ body: (inout Rounds, String) async throws -> Value
  ) async throws -> Value {
    let serve = "exec afterwit-relay serve --data \"$T/relay\" --listen 127.0.0.1:\(port)"
    let line = "sh -c 'echo $$ >\"$T/relay.pid\"; \(serve) 2>>\"$T/log\"'"
    var rounds = self
    defer { self = rounds }
    return try await stage.shell.whileRunning(line) { first in
      let announcement = "listening on "
      guard first.hasPrefix(announcement) else { throw NoRelay(line: first) }
      return try await body(&rounds, String(first.dropFirst(announcement.count)))
    }
  }

  /// The relay's first line was not the promised one.
  struct NoRelay: Error {
    let line: String
  }

  /// The first entries, on all three devices.
  private mutating func begin(at address: String) async throws {
    try stage.moveHomes(to: address)
    for index in 0..<entryCount { try await writeNew(at: Self.devices[index % 3], killing: false) }
    try await settle()
  }

  /// Everybody writes apart; some meet.
  private mutating func playRound() async throws {
    round += 1
    rewritings = []
    let all = ledger.entries
    hot = (0..<max(3, all.count / 16)).map { _ in all[number(all.count)] }
    for device in Self.devices { try await write(at: device) }
    try await meet()
    for device in Self.devices {
      for review in try await reviews(at: device) { figures.opened.insert(review.name) }
    }
  }

  /// A number below a bound.
  mutating func number(_ end: Int) -> Int {
    Int.random(in: 0..<end, using: &random)
  }

  /// Whether something of a given probability happens.
  mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &random) < probability
  }
}
