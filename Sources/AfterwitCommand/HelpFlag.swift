/// The short form of `--help`, where it can be nothing else.
enum HelpFlag {
  /// The same line, with `--help` for a `-h` that stands alone behind the commands.
  ///
  /// Elsewhere `-h` may be a part of what a person writes, and is left to the command.
  static func spelled(_ arguments: [String]) -> [String] {
    guard arguments.last == "-h", CommandPath(arguments).rest.count == 1 else { return arguments }
    return arguments.dropLast() + ["--help"]
  }
}
