internal import AfterwitManual

/// Prints what the last word of a command line can be; the scripts of the shells ask for it.
///
/// A person is in the middle of a line: whatever fails, nothing is said of it.
struct CompletionAction {
  /// The word for it, which stands in no help.
  static let verb = "complete"

  /// The words behind `afterwit`, of which the last is being typed.
  let line: [String]

  /// Does it.
  /// - Parameter tree: gives the commands and their options.
  func run(tree: () throws -> CommandTree) {
    let table = CompletionValue.table
    var lines: [String] = []
    for sought in table.sought(in: line) {
      let found: [Completion]
      switch sought {
      case .value(let value, let typed, let kept, let before):
        found = completions(of: value, typed, before).map { completion in
          completion.word.hasPrefix(":")
            ? completion : Completion(kept + completion.word, completion.help)
        }
      case .command, .option:
        found = (try? Completion.all(for: sought, in: try tree())) ?? []
      }
      lines += found.filter { $0.word.hasPrefix(":") || $0.word.hasPrefix(line.last ?? "") }
        .map(\.line)
    }
    Output.lines(lines)
  }

  private func completions(
    of value: CompletionValue, _ typed: String, _ before: [String]
  ) -> [Completion] {
    switch value {
    case .anything: []
    case .entries, .deletedEntries, .goals, .mantras, .items, .subjects, .reviews, .drafts, .tags,
      .people, .organisations:
      opened(value, typed)
    case .terms: WrittenCompletions.terms(typed) + (typed.contains(":") ? opened(value, typed) : [])
    case .fieldValues:
      WrittenCompletions.completions(of: value, typed, before)
        + (typed.contains("=") ? opened(value, typed) : [])
    case .files: [.files]
    case .folders: [.folders]
    default: WrittenCompletions.completions(of: value, typed, before)
    }
  }

  private func opened(_ value: CompletionValue, _ typed: String) -> [Completion] {
    (try? OpenedCompletions(line).completions(of: value, typed)) ?? []
  }
}
