internal import AfterwitDevice
internal import AfterwitJournal
internal import ArgumentParser

/// `afterwit review`: what two machines wrote over each other, and what a person decides.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Shows where two machines wrote over each other, and takes your decision.",
    discussion: """
      For example:
        afterwit review
        afterwit review show m334
      """,
    subcommands: [ReviewListCommand.self, ReviewShowCommand.self, ReviewResolveCommand.self],
    defaultSubcommand: ReviewListCommand.self)
}

/// Bare `afterwit review`: the open ones.
struct ReviewListCommand: ParsableCommand {
  /// The exit code that `--exit-code` asks for while reviews are open.
  private static let openCode: Int32 = 3

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the open reviews, one line for each part.",
    discussion: """
      For example:
        afterwit review list
        afterwit review --exit-code
      """)

  @OptionGroup var options: GlobalOptions
  @Flag(help: "Exit with code 3 while a review is open.")
  var exitCode = false

  func run() throws {
    let device = try options.openDevice()
    let reviews = try device.reviews(asShown: options.json)
    try options.invocation.print(
      documents: reviews.flatMap(JSONValue.documents),
      lines: ReviewTable(style: .standardOutput).lines(reviews, on: device))
    options.invocation.talk([Self.talk(reviews)])
    if exitCode, !reviews.isEmpty { throw ExitCode(Self.openCode) }
  }

  /// What a person may type next.
  private static func talk(_ reviews: [Review]) -> String {
    guard let first = reviews.first, let part = first.parts.first else {
      return "No review is open."
    }
    return "Look at one: afterwit review show " + first.label(of: part)
  }
}

/// `afterwit review show`.
struct ReviewShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows each answer, and what it yields.",
    discussion: """
      For example:
        afterwit review show m334
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: .review)
  var id: String

  func run() throws {
    let device = try options.openDevice()
    let review = try device.review(id)
    let page = ReviewPage(style: .standardOutput, review: review, namesPart: id.contains("."))
    try options.invocation.print(
      documents: JSONValue.documents(review),
      lines: [page.text(title: device.entry(review.entry).title)])
    options.invocation.talk([""] + page.nextSteps.map(Self.wrapped))
  }

  private static func wrapped(_ line: String) -> String {
    DressedText(
      line, in: Style(escapes: false, colours: false, width: Output.talkWidth)
    ).text()
  }
}
