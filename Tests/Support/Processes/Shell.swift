internal import FoundationEssentials
internal import Subprocess

/// What a shell line printed and how it ended.
public struct Outcome: Sendable {
  /// What went to stdout and, where they were joined, to stderr.
  public let output: String
  /// What went to stderr.
  public let talk: String
  /// The exit code; a signal's number, negated.
  public let code: Int32

  /// The lines of stderr.
  public var talkLines: [String] {
    talk.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}

/// Runs lines of shell as a person at a machine without a terminal would.
public struct Shell: Sendable {
  private static let outputLimit = 64 << 20
  /// More lines at once would not end sooner all together, and each would miss time limits of its own.
  private static let places = Places(count: 4 * ProcessInfo.processInfo.activeProcessorCount)
  private static let placesAhead = Places(count: .max)

  /// Variables beside those of the test.
  public var variables: [String: String]
  /// Whether lines begin at once: those of a long chain would else be the last of all to end.
  var isAhead = false

  /// A shell with given variables; the executables under test come first in its `PATH`.
  public init(variables: [String: String] = [:]) {
    self.variables = variables
  }

  /// Runs a line, stdout and stderr apart.
  public func run(_ line: String, input: [UInt8] = []) async throws -> Outcome {
    let result = try await places.taking {
      try await Subprocess.run(
        .name("sh"), arguments: ["-c", line], environment: environment,
        platformOptions: Self.options, input: .array(input),
        output: .string(limit: Self.outputLimit), error: .string(limit: Self.outputLimit))
    }
    return Outcome(
      output: result.standardOutput, talk: result.standardError,
      code: result.terminationStatus.code)
  }

  /// Runs a line, stdout and stderr as one.
  public func runJoined(_ line: String) async throws -> Outcome {
    let result = try await places.taking {
      try await Subprocess.run(
        .name("sh"), arguments: ["-c", line], environment: environment,
        platformOptions: Self.options, input: .none, output: .string(limit: Self.outputLimit),
        error: .combinedWithOutput)
    }
    return Outcome(output: result.standardOutput, talk: "", code: result.terminationStatus.code)
  }

  /// Starts a line, gives the first line it prints to `body`, and ends it with SIGTERM after; it
  /// takes no place, for the lines of `body` take theirs meanwhile.
  public func whileRunning<Value: Sendable>(
    _ line: String, _ body: (String) async throws -> Value
  ) async throws -> Value {
    let result = try await Subprocess.run(
      .name("sh"), arguments: ["-c", "exec " + line], environment: environment,
      platformOptions: Self.options, input: .none, output: .sequence, error: .discarded
    ) { execution in
      var lines = execution.standardOutput.strings().makeAsyncIterator()
      let first = try await lines.next() ?? ""
      let result: Result<Value, any Error>
      do {
        result = .success(try await body(first.filter { !$0.isNewline }))
      } catch {
        result = .failure(error)
      }
      try? execution.send(signal: .terminate)
      while let _ = try? await lines.next() {}
      return result
    }
    return try result.closureResult.get()
  }

  private var places: Places { isAhead ? Self.placesAhead : Self.places }

  private var environment: Subprocess.Environment {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    var values: [Subprocess.Environment.Key: String?] = [
      "PATH": Executables.folder + ":" + path, "VISUAL": nil, "EDITOR": nil, "PAGER": nil,
      "NO_COLOR": nil, "TERM": "dumb", "TZ": "UTC",
    ]
    for (name, value) in variables {
      values[Subprocess.Environment.Key(stringLiteral: name)] = value
    }
    return .inherit.updating(values)
  }

  /// A session of its own: no terminal to ask at, wherever the tests run.
  private static var options: PlatformOptions {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(5))]
    return options
  }
}

extension TerminationStatus {
  fileprivate var code: Int32 {
    switch self {
    case .exited(let code): code
    case .signaled(let signal): -signal
    }
  }
}
