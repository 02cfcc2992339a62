/// What the words of a command line are, so that one that is begun can be completed.
///
/// The parser knows more, but asking it costs several times what reading an entry does; a test
/// compares the two.
package struct CompletionTable<Value: Hashable & Sendable>: Sendable {
  /// What an option takes, by its name as it is typed, or by that behind the words that name the one
  /// command where it takes something else; options that are not here take no value.
  let options: [String: Value]
  /// The options that take no value, though others of the name do; each behind the words that name
  /// its command.
  let flags: Set<String>
  /// What the words of a command are, in their order, by the words that name it; the last repeats.
  let words: [String: [Value]]
  /// The commands below a command, by its name.
  let nouns: [String: [String]]

  /// A table of given parts.
  package init(
    options: [String: Value], flags: Set<String> = [], words: [String: [Value]],
    nouns: [String: [String]] = [:]
  ) {
    self.options = options
    self.flags = flags
    self.words = words
    self.nouns = nouns
  }

  /// What is sought at the end of a line.
  package enum Sought: Hashable {
    /// A command below the one of these words, which may be none.
    case command([String])
    /// An option of the command of these words.
    case option([String])
    /// A value, of which this much is typed, behind words that were typed before it.
    ///
    /// `kept` stands before the value in the same word.
    case value(Value, typed: String, kept: String, before: [String])
  }

  /// Reads the words of a line behind the name of the program, the last of which is being typed.
  ///
  /// - Returns: What may stand there; several things for a command with one that is understood.
  package func sought(in line: [String]) -> [Sought] {
    var path: [String] = []
    var before: [String] = []
    var open: Value?
    var isPlain = false
    for word in line.dropLast() {
      if open != nil {
        open = nil
      } else if !isPlain, word == "--" {
        isPlain = true
      } else if !isPlain, word.hasPrefix("-"), word != "-" {
        open = option(word, of: path)
      } else if path.isEmpty {
        path = [word]
      } else if before.isEmpty, path.count == 1, nouns[path[0]]?.contains(word) == true {
        path.append(word)
      } else {
        before.append(word)
      }
    }
    let typed = line.last ?? ""
    if let open { return [.value(open, typed: typed, kept: "", before: before)] }
    if !isPlain, typed.hasPrefix("-"), typed != "-" {
      guard let sign = typed.firstIndex(of: "="),
        let value = option(String(typed[..<sign]), of: path)
      else { return [.option(path)] }
      let begin = typed.index(after: sign)
      return [
        .value(
          value, typed: String(typed[begin...]), kept: String(typed[..<begin]), before: before)
      ]
    }
    guard !path.isEmpty else { return [.command([])] }
    let values = words[path.joined(separator: " ")] ?? []
    let value = values.isEmpty ? nil : values[min(before.count, values.count - 1)]
    let sought = value.map { Sought.value($0, typed: typed, kept: "", before: before) }
    let isNoun = path.count == 1 && nouns[path[0]] != nil && before.isEmpty
    return (isNoun ? [.command(path)] : []) + (sought.map { [$0] } ?? [])
  }

  /// What an option of a command takes; `nil` where that is nothing.
  private func option(_ name: String, of path: [String]) -> Value? {
    let whole = (path + [name]).joined(separator: " ")
    return flags.contains(whole) ? nil : options[whole] ?? options[name]
  }

  /// Where a tree of commands and this table differ, in words; nothing where they agree.
  package func differences(from tree: CommandTree) -> [String] {
    var found: [String] = []
    for (path, command) in tree.leaves {
      let name = path.joined(separator: " ")
      for option in command.options {
        for typed in option.typedNames
        where (self.option(typed, of: path) != nil) != (option.kind == "option") {
          found.append("\(name): \(typed)")
        }
      }
      let count = words[name]?.count ?? 0
      let isMore = count > command.words.count && command.words.last?.isRepeating == true
      if count != command.words.count, !isMore {
        found.append("\(name): \(command.words.count) words")
      }
    }
    for command in tree.commands where !command.commands.isEmpty {
      if nouns[command.name] != command.commands.map(\.name) { found.append(command.name) }
    }
    return found
  }
}
