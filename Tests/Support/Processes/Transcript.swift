/// A session as a person sees it: prompts, what was typed, and all that was printed.
///
/// A line `desk$ afterwit list` runs that shell line at the device `desk`; the lines up to the next
/// prompt are everything it must print, stdout and stderr together, and `[2]` after them its exit
/// code where it is not 0. In them `{name}` stands for a word: any at its first place, and the same
/// one wherever it comes again, in later commands as the variable `$name`. `{*}` stands for anything
/// within a line, and a line `...` for any lines. A line that begins with `#` is prose, and blank
/// lines count for nothing.
public struct Transcript: Sendable {
  /// A mismatch between a transcript and what happened.
  public struct Mismatch: Error, CustomStringConvertible {
    /// The prompt and the command.
    public let command: String
    /// What the transcript says.
    public let expected: String
    /// What was printed.
    public let printed: String

    /// Both, one under the other.
    public var description: String {
      "\(command)\n--- expected\n\(expected)\n--- printed\n\(printed)"
    }
  }

  struct Step: Hashable, Sendable {
    let device: String
    let command: String
    var expected: [String] = []
  }

  private let steps: [Step]

  /// Reads a transcript.
  public init(_ text: String) {
    var steps: [Step] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let step = Step(prompt: line) {
        steps.append(step)
      } else if !line.hasPrefix("#"), !steps.isEmpty {
        steps[steps.count - 1].expected.append(line)
      }
    }
    self.steps = steps
  }

  /// Plays it; returns the words that its names stand for.
  @discardableResult
  public func play(on stage: Stage, knowing known: [String: String] = [:]) async throws
    -> [String: String]
  {
    var words = known
    for step in steps {
      var shell = stage.shell(at: step.device)
      shell.variables.merge(words) { _, word in word }
      let outcome = try await shell.runJoined(step.command)
      var printed = Self.lines(outcome.output)
      if outcome.code != 0 { printed.append("[\(outcome.code)]") }
      let expected = Self.trimmed(step.expected)
      guard Pattern.matches(expected[...], Self.trimmed(printed)[...], &words) else {
        throw Mismatch(
          command: "\(step.device)$ \(step.command)",
          expected: expected.joined(separator: "\n"), printed: printed.joined(separator: "\n"))
      }
    }
    return words
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func trimmed(_ lines: [String]) -> [String] {
    let end = lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    return lines[..<end].filter { !$0.isEmpty }
  }
}

extension Transcript.Step {
  fileprivate init?(prompt line: String) {
    guard let sign = line.firstRange(of: "$ "), !line[..<sign.lowerBound].isEmpty,
      line[..<sign.lowerBound].allSatisfy(\.isLetter)
    else { return nil }
    self.init(
      device: String(line[..<sign.lowerBound]), command: String(line[sign.upperBound...]))
  }
}
