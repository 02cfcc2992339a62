// Problem: of a cold `list`, the argument parser takes nearly half. It looks at every property of a
// command by reflection and decodes the command from what it found, and each type met on that way
// costs a search through the conformances of the whole executable.
//
// Idea: the commands of every day are nearly always typed in plain forms. Those are read here, by
// hand; at the first thing that is not plain (an unknown option, one given twice, `--option=value`,
// a missing value, `--`) this reader gives up, and the parser reads the whole line as if nothing
// had been. So help, errors and every odd form stay the parser's. What a command does is an action
// of plain values: even to make a parser's command without parsing costs more than to read a line.
//
// Invariant: what this reader takes, the parser takes too, and as the same action; a test compares
// the two on random lines. Cost: a pass over the arguments.

/// Arguments in plain forms, split into words, options with a value, and flags.
struct PlainArguments {
  /// What is neither an option nor a value, in order.
  private(set) var words: [String] = []
  private var options: [(name: String, value: String)] = []
  private var flags: [String] = []

  /// Splits the arguments of a verb; `nil` where one is not plain.
  ///
  /// - Parameters:
  ///   - values: the verb's options that take a value, each once.
  ///   - lists: those that may be repeated.
  ///   - flags: those that take none.
  init?(
    _ arguments: ArraySlice<String>, values: [String] = [], lists: [String] = [],
    flags: [String] = []
  ) {
    var rest = arguments
    while let argument = rest.popFirst() {
      let isList = lists.contains(argument)
      if isList || values.contains(argument) || GlobalOptions.takesValue(argument) == true {
        guard isList || value(argument) == nil, let value = rest.popFirst(), value != "--"
        else { return nil }
        options.append((argument, value))
      } else if flags.contains(argument) || GlobalOptions.takesValue(argument) == false {
        guard !has(argument) else { return nil }
        self.flags.append(argument)
      } else {
        guard argument == "-" || !(argument.isEmpty || argument.hasPrefix("-")) else { return nil }
        words.append(argument)
      }
    }
  }

  /// The value of an option, or `nil` where it was not given.
  func value(_ name: String) -> String? {
    options.first { $0.name == name }?.value
  }

  /// The values of an option that may be repeated, in order.
  func values(_ name: String) -> [String] {
    options.filter { $0.name == name }.map(\.value)
  }

  /// Whether a flag was given.
  func has(_ name: String) -> Bool { flags.contains(name) }

  /// What the options say that every command takes.
  var invocation: Invocation {
    Invocation(home: value("--home"), json: has("--json"), insecure: has("--insecure"))
  }
}
