internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit prep`.
struct PrepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prep",
    abstract: "Gathers what to take along to an event: mantra, lessons, questions, a story.",
    discussion: """
      Without words it is for the next event that lies ahead. For example: afterwit prep globex
      Private entries are left out.
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The reflection of the event, or words of it: an organisation, a role, a tag.")
  var words: [String] = []
  @Flag(help: "Print it as Markdown, to keep or to print on paper.")
  var md = false

  func run() throws {
    let device = try options.openDevice()
    guard let preparation = try device.preparation(for: try subject(on: device)) else {
      throw words.isEmpty ? Self.nothingAhead : Self.unknown(words)
    }
    let title = words.joined(separator: " ")
    let page = PreparationPage(preparation, title: title, style: .standardOutput)
    try options.invocation.print(
      documents: [JSONValue.document(preparation)],
      lines: md ? page.markdown : page.lines)
  }

  /// A single word may be the beginning of an id.
  private func subject(on device: Device) throws -> PreparationSubject {
    guard !words.isEmpty else { return .next }
    if words.count == 1, case .entry(let id)? = try? device.subject(toChange: words[0]),
      try device.entry(id).kind == .reflection
    {
      return .entry(id)
    }
    return .words(words)
  }

  private static let nothingAhead = CommandFailure(
    .notFound, "No event lies ahead.", safe: "Nothing was changed.",
    next: "Set one down: afterwit new interview --on \"next tuesday 10:00\" --org NAME")

  private static func unknown(_ words: [String]) -> CommandFailure {
    CommandFailure(
      .notFound, "Nothing is known of “\(words.joined(separator: " "))” yet.",
      safe: "Nothing was changed.", next: "Try an organisation: afterwit orgs lists them.")
  }
}
