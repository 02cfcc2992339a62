internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit review resolve`.
struct ReviewResolveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Decides a review, or one part of it.",
    discussion: """
      mine and theirs name the two sides where one was written on this machine; side N names any. \
      both puts the sides one behind the other, where nothing else stands among them; base takes \
      back what stood before, current leaves what stands now, edit opens it in your editor. --text \
      gives the field's whole text or value, - takes it from stdin.
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The review, or one part of it: R or R.PART.", valueName: "review"))
  var id: String
  @Argument(help: "mine, theirs, side N, both, base, current, edit, or - for stdin.")
  var answer: [String] = []
  @Option(parsing: .unconditional, help: "The whole text or value.")
  var text: String?

  func run() async throws {
    let decision = try TypedAnswer(words: answer, text: text)
    let device = try options.openDevice()
    switch decision {
    case .answer(let answer): try device.resolve(id, with: answer)
    case .textFromStandardInput: try device.resolve(id, with: .text(try Self.textThatCame()))
    case .edit: guard try await decideInEditor(on: device) else { return }
    }
    Output.talk(Self.talk(openCount: try device.openReviewCount()))
  }

  /// Opens what stands in the editor; `false` where nothing was saved, and so nothing decided.
  private func decideInEditor(on device: Device) async throws -> Bool {
    let draft = try device.openDraft(review: id)
    try await Editor.standard.open(draft, otherwise: "afterwit review resolve \(id)")
    if try device.commit(draft) { return true }
    Output.talk("Nothing was saved, so nothing is decided.")
    Output.talk("To keep what stands: afterwit review resolve \(id) current")
    return false
  }

  /// The text that came through stdin; a pipe that failed must not empty a field.
  private static func textThatCame() throws(DeviceFailure) -> String {
    let text = try StandardInput.text()
    guard !text.isEmpty else {
      throw .usage(
        "Nothing came through stdin.", next: "To empty the field on purpose: --text \"\"")
    }
    return text
  }

  private static func talk(openCount: Int) -> String {
    openCount == 0
      ? "Decided; no review is open any more."
      : "Decided; " + OpenReviews.count(openCount) + " still open. Type: afterwit review"
  }
}
