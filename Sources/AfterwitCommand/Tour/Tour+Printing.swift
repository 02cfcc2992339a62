extension Tour {
  /// Explains a command, shows it, runs it, shows what it prints, and returns its output.
  @discardableResult
  func step(
    _ sentence: String?, _ home: String, _ arguments: [String], at time: String = "",
    input: String = ""
  ) async throws -> String {
    if let sentence { explain(sentence) }
    command(home, arguments)
    let outcome = try await stage.run(arguments, as: home, at: time, input: input)
    print(outcome.output)
    print(outcome.talk)
    guard outcome.succeeded else {
      throw TourFailure.failure("On \(home), \(Self.name(of: arguments)) failed.")
    }
    return outcome.output
  }

  /// Explains a command, shows it, runs it, and shows how it fails.
  func failingStep(_ sentence: String, _ home: String, _ arguments: [String]) async throws {
    explain(sentence)
    command(home, arguments)
    let outcome = try await stage.run(arguments, as: home)
    print(outcome.talk)
    guard !outcome.succeeded else {
      throw TourFailure.failure("On \(home), \(Self.name(of: arguments)) did not fail.")
    }
  }

  /// Shows the two lines of a device's status that are compared; returns the whole status.
  func status(of home: String) async throws -> String {
    Output.line("\(home)$ afterwit status --all | grep -E 'digest|held'")
    let outcome = try await stage.run(["status", "--all"], as: home)
    guard outcome.succeeded else {
      throw TourFailure.failure("On \(home), afterwit status failed.")
    }
    let lines = outcome.output.split(separator: "\n").filter { line in
      line.hasPrefix("digest") || line.hasPrefix("held")
    }
    print(lines.joined(separator: "\n"))
    return outcome.output
  }

  private static func name(of arguments: [String]) -> String {
    (["afterwit"] + arguments.prefix(1)).joined(separator: " ")
  }

  /// Begins a chapter: at a terminal, when the person goes on.
  ///
  /// - Throws: a failure if no more input comes.
  func chapter(_ title: String) throws(CommandFailure) {
    if Output.isTerminal, StandardInput.isTerminal {
      Output.line("")
      Output.talk("Return goes on.")
      guard StandardInput.line() != nil else { throw TourFailure.failure("The tour was left.") }
    }
    Output.line("\n" + Style.standardOutput.bold(title))
  }

  /// Prints a sentence after an empty line.
  func explain(_ sentence: String) {
    Output.line("\n" + sentence)
  }

  /// Prints a command as a person would type it.
  func command(_ home: String, _ arguments: [String]) {
    Output.line(
      "\(home)$ " + (["afterwit"] + arguments).map(Self.quoted).joined(separator: " "))
  }

  /// Prints what a command printed.
  func print(_ output: String) {
    let text = Style.standardOutput.plain(output.trimmed)
    if !text.isEmpty { Output.line(text) }
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
      default: "-_./:=@".utf8.contains(byte)
      }
    }
    return isPlain && !word.isEmpty
      ? word
      : "'"
        + word.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}
