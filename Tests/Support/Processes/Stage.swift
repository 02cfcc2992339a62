/// Where a transcript plays: a folder, its devices' homes, and perhaps a relay.
public struct Stage: Sendable {
  /// The folder of the test.
  public let scratch: Scratch
  /// The relay's address, or `nil` where there is none.
  public let relay: String?
  private let isAhead: Bool

  /// A stage without a relay.
  ///
  /// - Parameter isAhead: whether its lines go before those of other tests, of which each is short.
  public init(scratch: Scratch, isAhead: Bool = false) {
    self.init(scratch: scratch, relay: nil, isAhead: isAhead)
  }

  private init(scratch: Scratch, relay: String?, isAhead: Bool) {
    self.scratch = scratch
    self.relay = relay
    self.isAhead = isAhead
  }

  /// Runs a body on a new stage without a relay.
  @discardableResult
  public static func alone<Value>(_ body: (Stage) async throws -> Value) async throws -> Value {
    try await Scratch.with { scratch in try await body(Stage(scratch: scratch)) }
  }

  /// Runs a body on a new stage with a relay of its own.
  @discardableResult
  public static func withRelay<Value: Sendable>(
    _ body: (Stage) async throws -> Value
  ) async throws -> Value {
    try await alone { stage in try await stage.withRelay(body) }
  }

  /// Runs a body while a relay keeps its data in the folder `relay` of this stage.
  @discardableResult
  public func withRelay<Value: Sendable>(
    listen: String = "127.0.0.1:0", _ body: (Stage) async throws -> Value
  ) async throws -> Value {
    let line =
      #"afterwit-relay serve --data "$T/relay" --listen \#(listen) 2>>"$T/log""#
    return try await shell.whileRunning(line) { first in
      let announcement = "listening on "
      guard first.hasPrefix(announcement) else { throw RelayDidNotStart(line: first) }
      let address = String(first.dropFirst(announcement.count))
      return try await body(Stage(scratch: scratch, relay: address, isAhead: isAhead))
    }
  }

  /// A shell in which `T` is the folder and `RELAY` the relay's address, with preferences that are
  /// nobody's.
  public var shell: Shell {
    var shell = Shell(variables: [
      "T": scratch.path, "RELAY": relay ?? "", "AFTERWIT_CONFIG": scratch.path + "/config.toml",
    ])
    shell.isAhead = isAhead
    return shell
  }

  /// A shell at the machine of a device: its home is the folder of that name.
  public func shell(at device: String) -> Shell {
    var shell = shell
    shell.variables["AFTERWIT_HOME"] = scratch.path + "/" + device
    return shell
  }

  /// Runs a line at a device.
  public func run(_ line: String, at device: String, input: [UInt8] = []) async throws -> Outcome {
    try await shell(at: device).run(line, input: input)
  }
}

/// The relay's first line was not the promised one.
public struct RelayDidNotStart: Error {
  let line: String
}

extension Stage {
  /// Runs a body with a relay, stops the relay, and runs `then` on the same folder with its port.
  public static func withRelay(
    _ body: (Stage) async throws -> Void, then: (Stage, String) async throws -> Void
  ) async throws {
    try await alone { stage in
      let port = try await stage.withRelay { stage in
        try await body(stage)
        return String((stage.relay ?? "").split(separator: ":").last ?? "")
      }
      try await then(stage, port)
    }
  }
}
