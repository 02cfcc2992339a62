internal import ArgumentParser

// The parser's own protocol takes an asynchronous command to another thread, whether or not it waits
// for anything. The first thread is then of no more use and ends itself, and in an executable without
// shared libraries that sorts the tables of all its functions: thirty milliseconds, where all that an
// edit does takes ten. A command of this protocol is called on the thread where it was read, and leaves it
// only when it really waits.

/// A command that may have to wait.
protocol AwaitingCommand: AsyncParsableCommand {
  /// Does what was asked for.
  mutating func perform() async throws
}

extension AwaitingCommand {
  /// Does what was asked for, where the parser runs it.
  mutating func run() async throws { try await perform() }
}
