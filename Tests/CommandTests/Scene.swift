import AfterwitProcesses
import Synchronization
import Testing

// Most tests of two devices begin alike, and a pairing costs more than what many of them do after it.
// A beginning is therefore played once a process, with real commands, and kept as files; each test
// has copies of the homes and of the relay. The copies are the same devices, and yet no test meets
// another's: to a device its own relay's folder is all there is.

/// A beginning that tests share: the folders that a transcript leaves, and the words of it.
final class Scene: Sendable {
  private struct Beginning: Sendable {
    let folders: FolderImage
    let words: [String: String]
  }

  typealias Play = @Sendable (Stage, _ words: [String: String]) async throws -> [String: String]

  private let earlier: Scene?
  private let hasRelay: Bool
  private let begin: Play
  private let beginning = Mutex<Task<Beginning, any Error>?>(nil)

  /// A beginning that goes on from an earlier one; it has a relay if that has one.
  init(after earlier: Scene, _ begin: @escaping Play) {
    self.earlier = earlier
    hasRelay = earlier.hasRelay
    self.begin = begin
  }

  /// A beginning on an empty stage.
  init(hasRelay: Bool, _ transcript: Transcript) {
    earlier = nil
    self.hasRelay = hasRelay
    begin = { stage, _ in try await transcript.play(on: stage) }
  }

  /// A journal on the desk, and no relay.
  static let alone = Scene(
    hasRelay: false,
    Transcript(
      #"""
      desk$ afterwit init --name desk --recovery-file "$T/recovery"
      ...
      """#))

  /// A journal on the desk, brought to the relay, and the laptop a device of it.
  static let paired = Scene(
    hasRelay: true,
    Transcript(
      #"""
      desk$ code=$(afterwit-relay code --data "$T/relay") && afterwit init --name desk --relay "$RELAY" --code "$code" --recovery-file "$T/recovery"
      ...
      desk$ afterwit device invite --yes 2>"$T/desk.words" | afterwit --home "$T/laptop" device join --name laptop --yes 2>"$T/laptop.words"
      """#))

  /// A journal on the desk, the laptop and the tower.
  static let three = Scene(after: paired) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit device invite --yes 2>/dev/null | afterwit --home "$T/tower" device join --name tower --yes 2>/dev/null
      tower$ afterwit sync 2>/dev/null
      """#
    ).play(on: stage)
  }

  /// Runs a body on a stage of its own that begins so; its relay runs meanwhile, if there is one.
  @discardableResult
  func play<Value: Sendable>(
    _ body: (Stage, _ words: [String: String]) async throws -> Value
  ) async throws -> Value {
    try await Stage.alone { stage in
      let words = try await lay(on: stage)
      return try await run(on: stage) { stage in try await body(stage, words) }
    }
  }

  /// Runs a body with a relay, stops the relay, and runs `then` on the same folder with its port.
  func play(
    _ body: (Stage) async throws -> Void, then: (Stage, String) async throws -> Void
  ) async throws {
    try await Stage.alone { stage in
      _ = try await lay(on: stage)
      let port = try await run(on: stage) { stage in
        try await body(stage)
        return String((stage.relay ?? "").split(separator: ":").last ?? "")
      }
      try await then(stage, port)
    }
  }

  /// Lays the folders out on a stage where nothing is yet; gives the words.
  func lay(on stage: Stage) async throws -> [String: String] {
    let task = beginning.withLock { beginning in
      let task = beginning ?? Task { try await make() }
      beginning = task
      return task
    }
    let beginning = try await task.value
    try beginning.folders.lay(in: stage.scratch)
    return beginning.words
  }

  private func make() async throws -> Beginning {
    try await Stage.alone { stage in
      let known = try await earlier?.lay(on: stage) ?? [:]
      let words = try await run(on: stage) { stage in
        known.merging(try await begin(stage, known)) { _, new in new }
      }
      return Beginning(folders: try FolderImage(of: stage.scratch), words: words)
    }
  }

  /// Runs a body on a stage with a relay, if there is one, whose address the homes there are given.
  private func run<Value: Sendable>(
    on stage: Stage, _ body: (Stage) async throws -> Value
  ) async throws -> Value {
    guard hasRelay else { return try await body(stage) }
    return try await stage.withRelay { stage in
      try stage.moveHomes(to: stage.relay ?? "")
      return try await body(stage)
    }
  }
}

extension Stage {
  /// Writes into every home here that its relay, the same one, has another address now.
  func moveHomes(to address: String) throws {
    let homes = scratch.paths(below: "").filter { $0.hasSuffix("/journal.sqlite") }
    for home in homes {
      let name = home.split(separator: "/").dropLast().last ?? ""
      try StoreProbe.write(
        "UPDATE property SET value = CAST('\(address)' AS BLOB) WHERE name = 'relay-address'",
        to: String(name), on: self)
    }
  }
}
