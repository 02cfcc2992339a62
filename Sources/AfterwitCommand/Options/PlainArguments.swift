// Problem: the argument parser takes nearly half of the time of a cold `list`. It inspects every
// property of a command by reflection and then decodes the command, and for each type that it meets
// the runtime searches the conformances of the whole executable.
//
// Idea: the commands of every day are nearly always typed in plain forms, and those are read here
// by hand. At the first thing that is not plain (an unknown option, an option given twice,
// `--option=value`, a missing value, `--`) this reader gives up, and the parser reads the whole
// line instead. So help, errors and every unusual form are left to the parser. What such a command
// does is an action made of plain values, because even creating a parser's command without parsing
// costs more than reading the line.
//
// Invariant: every line that this reader accepts, the parser reads as the same action; a test
// compares the two on random lines. Cost: one pass over the arguments.

/// The arguments of a plain line, split into words, options with a value, and flags.
struct PlainArguments {
  /// The arguments that are neither options nor their values, in order.
  private(set) var words: [String] = []
  private var options: [(name: String, value: String)] = []
  private var flags: [String] = []

  /// Splits the arguments of a verb; `nil` if one of them is not plain.
  ///
  /// - Parameters:
  ///   - values: the verb's options that take a value and may be given once.
  ///   - lists: its options that take a value and may be repeated.
  ///   - flags: its options that take no value.
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

  /// The value of an option; `nil` if it was not given.
  func value(_ name: String) -> String? {
    options.first { $0.name == name }?.value
  }

  /// The values of a repeatable option, in order.
  func values(_ name: String) -> [String] {
    options.filter { $0.name == name }.map(\.value)
  }

  /// Whether a flag was given.
  func has(_ name: String) -> Bool { flags.contains(name) }

  /// What the global options say.
  var invocation: Invocation {
    Invocation(
      home: value("--home"), json: has("--json"), insecure: has("--insecure"),
      noPager: has("--no-pager"))
  }
}
