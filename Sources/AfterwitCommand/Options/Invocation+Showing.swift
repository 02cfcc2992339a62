extension Invocation {
  /// Prints what was read: a JSON document a line where JSON was asked for, else lines for a
  /// person.
  func print(
    documents: @autoclosure () throws -> [JSONValue], lines: @autoclosure () throws -> [String]
  ) rethrows {
    Output.lines(json ? try documents().map(\.text) : try lines())
  }

  /// Says something beside the data; nothing where JSON was asked for, because a program reads it.
  func talk(_ lines: @autoclosure () throws -> [String]) rethrows {
    guard !json else { return }
    for line in try lines() { Output.talk(line) }
  }
}
