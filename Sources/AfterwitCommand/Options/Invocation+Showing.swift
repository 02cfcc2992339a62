extension Invocation {
  /// Prints what was read: a JSON document a line where JSON was asked for, else lines for a
  /// person.
  ///
  /// - Parameter nothing: what is said on a terminal where there are no lines.
  func print(
    documents: @autoclosure () throws -> [JSONValue], lines: @autoclosure () throws -> [String],
    nothing: String? = nil
  ) throws {
    guard !json else {
      Output.lines(try documents().map(\.text))
      return
    }
    let lines = try lines()
    var output = PagedOutput(pager: pager)
    for line in lines { try output.line(line) }
    try output.end()
    if let nothing, lines.isEmpty { talkOnTerminal([nothing]) }
  }

  /// The pager for long output; `nil` where none is wanted.
  var pager: Pager? { json || noPager || !Output.isTerminal ? nil : .standard }

  /// Says something beside the data where a person reads it, and not a program.
  func talkOnTerminal(_ lines: @autoclosure () throws -> [String]) rethrows {
    guard Output.talksToTerminal else { return }
    try talk(try lines())
  }

  /// Says something beside the data; nothing where JSON was asked for, because a program reads it.
  func talk(_ lines: @autoclosure () throws -> [String]) rethrows {
    guard !json else { return }
    for line in try lines() { Output.talk(line) }
  }
}
