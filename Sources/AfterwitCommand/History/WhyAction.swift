internal import AfterwitDevice

/// Tells why an entry, an item or a field stands as it does.
struct WhyAction: Hashable {
  /// Which home, and how to print.
  var invocation: Invocation
  /// The entry or item as it was typed; a field of it behind a point.
  var id: String

  /// Does it.
  func run() throws {
    let parts = id.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    let field = parts.count > 1 ? parts[1] : nil
    let device = try invocation.openDevice()
    let (entry, reasons) = try device.reasons(
      for: try device.subject(parts.first ?? ""), field: field)
    let style = Style.standardOutput
    try invocation.print(
      documents: reasons.map { JSONValue.document($0, of: entry) },
      lines: reasons.map { style.line(ReasonSentence($0).text) }.map { line in
        style.width == nil ? line : line.wrapped(toColumns: style.width, indent: 2)
      },
      nothing: "Nothing was ever written there.")
  }
}

extension WhyAction {
  /// Reads the arguments of a plain line; `nil` if the parser must read them.
  init?(plain arguments: ArraySlice<String>) {
    guard let plain = PlainArguments(arguments), plain.words.count == 1 else { return nil }
    self.init(invocation: plain.invocation, id: plain.words[0])
  }
}
