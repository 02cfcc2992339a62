internal import FoundationEssentials
internal import Subprocess

/// What a tour plays with: the two executables, a relay, and a home for each device.
struct TourStage: Sendable {
  /// The most that one command prints.
  private static let outputLimit = 1 << 20

  /// What a command printed and how it ended.
  struct Outcome: Sendable {
    let output: String
    let talk: String
    let succeeded: Bool
  }

  /// The folder of the tour.
  let folder: String
  private let afterwit: String
  private let relay: LoopbackRelay

  /// Finds `afterwit-relay` beside the running executable.
  init(folder: String) throws(CommandFailure) {
    self.folder = folder
    afterwit = Machine.executable
    guard let relay = LoopbackRelay(storingInto: folder + "/relay") else {
      throw TourFailure.failure("\(LoopbackRelay.path) is not there; the tour needs a relay.")
    }
    self.relay = relay
  }

  /// Runs `afterwit` as the device of a home.
  ///
  /// - Parameter time: what it takes for the present time, as `2026-11-27T21:00`; its own, where it is
  ///   empty.
  func run(
    _ arguments: [String], as home: String, at time: String = "", input: String = ""
  ) async throws -> Outcome {
    let result = try await Subprocess.run(
      .name("sh"), arguments: .exec(afterwit, arguments),
      environment: environment(of: home, at: time),
      platformOptions: .child, input: .string(input),
      output: .string(limit: Self.outputLimit), error: .string(limit: Self.outputLimit))
    return Outcome(
      output: result.standardOutput, talk: result.standardError,
      succeeded: result.terminationStatus.isSuccess)
  }

  /// Starts `afterwit` as the device of a home, calls `body` with its first line while it runs, and
  /// waits until it ends.
  func run<Value: Sendable>(
    _ arguments: [String], as home: String, whileRunning body: (String) async throws -> Value
  ) async throws -> (value: Value, outcome: Outcome) {
    let result = try await Subprocess.run(
      .name("sh"), arguments: .exec(afterwit, arguments), environment: environment(of: home),
      platformOptions: .child, input: .none, output: .sequence,
      error: .string(limit: Self.outputLimit)
    ) { execution in
      var lines = execution.standardOutput.strings().makeAsyncIterator()
      let first = try await lines.next() ?? ""
      let value = try await body(first)
      while try await lines.next() != nil {}
      return (value, first)
    }
    return (
      result.closureResult.0,
      Outcome(
        output: result.closureResult.1, talk: result.standardError,
        succeeded: result.terminationStatus.isSuccess)
    )
  }

  /// Starts the relay for a body, and stops it however the body ends.
  /// - Parameter address: where it listens; on a free port if there is none.
  func withRelay<Value: Sendable>(
    at address: String? = nil, _ body: (LoopbackRelay.Place) async throws -> Value
  ) async throws -> Value {
    do {
      return try await relay.run(at: address, body)
    } catch LoopbackRelay.Fault.notStarted {
      throw TourFailure.failure("The relay did not start.")
    } catch LoopbackRelay.Fault.noCode {
      throw TourFailure.failure("The relay gave no code.")
    }
  }

  /// Removes everything that the relay has stored.
  func loseRelay() throws(CommandFailure) {
    do {
      try FileManager.default.removeItem(atPath: relay.folder)
    } catch {
      throw TourFailure.failure("The relay's folder could not be removed.")
    }
  }

  private func environment(of home: String, at time: String = "") -> Subprocess.Environment {
    .inherit.updating([
      "AFTERWIT_HOME": folder + "/" + home, "AFTERWIT_NOW": time, "NO_COLOR": "1",
    ])
  }
}
