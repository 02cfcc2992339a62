internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit why`.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract:
      "Tells why an entry, an item or a field stands as it does: who wrote it when, over what.",
    discussion: """
      Where several machines wrote without knowing of each other, it names them and the rule that \
      decided. Numbers in brackets are those of afterwit history.

      For example:
        afterwit why @
        afterwit why 7r2f.mood
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(
    help: ArgumentHelp(
      "The entry, or an item of a list: the start of its id, or @; a field of it behind a point.",
      valueName: "id[.field]"))
  var id: String

  func run() throws {
    let parts = id.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    let field = parts.count > 1 ? parts[1] : nil
    let device = try options.openDevice()
    let (entry, reasons) = try device.reasons(
      for: try device.subject(parts.first ?? ""), field: field)
    let style = Style.standardOutput
    try options.invocation.print(
      documents: reasons.map { JSONValue.document($0, of: entry) },
      lines: reasons.map { style.line(ReasonSentence($0).text) }.map { line in
        style.width == nil ? line : line.wrapped(toColumns: style.width, indent: 2)
      },
      nothing: "Nothing was ever written there.")
  }
}
