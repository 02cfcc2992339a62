internal import AfterwitDevice

/// Takes back what this machine did last, or a change of any machine; or brings back what it took back.
struct UndoAction: Hashable {
  /// Which home, and how to print.
  var invocation: Invocation
  /// Whether it brings back.
  var redoes = false
  /// The change, as it was typed.
  var change: String?

  /// Does it.
  func run() throws {
    let device = try invocation.openDevice()
    let page = UndoPage(
      style: .standardOutput, now: try .now(), verb: redoes ? .redo : .undo)
    let outcome =
      try redoes ? device.redo() : change.map { try device.undo($0) } ?? device.undo()
    try invocation.print(
      documents: [JSONValue.document(outcome, verb: page.verb.rawValue)],
      lines: page.lines(outcome))
  }
}

extension UndoAction {
  /// Reads the arguments of a plain line behind `undo`; `nil` if the parser must read them.
  init?(plain arguments: ArraySlice<String>) {
    guard let plain = PlainArguments(arguments), plain.words.count <= 1 else { return nil }
    self.init(invocation: plain.invocation, change: plain.words.first)
  }

  /// Reads the arguments of a plain line behind `redo`; `nil` if the parser must read them.
  init?(plainRedo arguments: ArraySlice<String>) {
    guard let plain = PlainArguments(arguments), plain.words.isEmpty else { return nil }
    self.init(invocation: plain.invocation, redoes: true)
  }
}
