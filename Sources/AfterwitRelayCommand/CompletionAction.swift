internal import AfterwitManual
internal import ArgumentParser

/// Prints what the last word of a command line can be; the scripts of the shells ask for it.
struct CompletionAction {
  /// What a word of the command line can be.
  enum Value: Hashable, Sendable {
    /// Words that nobody can guess.
    case anything
    case files, folders, shells
  }

  /// The word for it, which stands in no help.
  static let verb = "complete"

  /// The command lines of `afterwit-relay`.
  static let table = CompletionTable<Value>(
    options: [
      "--data": .folders, "--listen": .anything, "--port-file": .files, "--heartbeat": .anything,
      "--metrics": .anything, "--max-bytes": .anything, "--max-envelopes": .anything,
      "--max-appends": .anything,
      "--address": .anything, "--trusted-proxy": .anything, "--proxy-field": .anything,
    ],
    words: [
      "completions": [.shells], "quota": [.anything], "backup": [.files], "restore": [.files],
      "verify": [.files],
    ])

  /// The words behind `afterwit-relay`, of which the last is being typed.
  let line: [String]

  /// Does it; whatever fails, nothing is said of it.
  func run() {
    for sought in Self.table.sought(in: line) {
      let found: [Completion] =
        switch sought {
        case .value(.files, _, _, _): [.files]
        case .value(.folders, _, _, _): [.folders]
        case .value(.shells, _, _, _):
          CompletionScript.allCases.map { Completion($0.rawValue) }
        default:
          (try? Completion.all(
            for: sought, in: try CommandTree(dump: RelayArguments._dumpHelp()))) ?? []
        }
      for completion in found
      where completion.word.hasPrefix(":") || completion.word.hasPrefix(line.last ?? "") {
        Terminal.say(completion.line)
      }
    }
  }
}
