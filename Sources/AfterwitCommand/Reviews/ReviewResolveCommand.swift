internal import AfterwitDevice
internal import ArgumentParser

/// `afterwit review resolve`.
struct ReviewResolveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Decides a review, or one part of it.",
    discussion: """
      Of two sides, mine is the one that was written on this machine and theirs is the other; \
      side N names any side by its number. both keeps the words of all sides, one after the other \
      where they differ; base brings back what stood before, and current keeps what stands \
      now; edit opens what stands now in your editor. --text gives the field's whole text or \
      value, and - reads it from stdin.
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: .review)
  var id: String
  @Argument(help: "mine, theirs, side N, both, base, current, edit, or - for stdin.")
  var answer: [String] = []
  @Option(parsing: .unconditional, help: "The whole text or value of the field.")
  var text: String?

  @Flag(help: "Takes the answer though what stands was edited since; that edit goes.")
  var replace = false

  func run() async throws {
    let decision = try TypedAnswer(words: answer, text: text)
    let device = try options.openDevice()
    switch decision {
    case .answer(let answer): try device.resolve(id, with: answer, replacingEdits: replace)
    case .textFromStandardInput:
      try device.checkDecision(id)
      let text = try StandardInput.read(
        taking: { try $0.wholeText() }, keeping: { device.keep($0, deciding: id) })
      try device.resolve(id, with: .text(text), isAwaited: true)
    case .edit: guard try await decideInEditor(on: device) else { return }
    }
    Output.talk(Self.talk(openCount: try device.openReviewCount()))
  }

  /// Opens what stands now in the editor; `false` if nothing was saved, and so nothing is decided.
  private func decideInEditor(on device: Device) async throws -> Bool {
    let draft = try device.openDraft(review: id)
    let otherwise = "afterwit review resolve \(id)"
    guard try await Editor.standard.open(draft, otherwise: otherwise) == .done else { return false }
    if try device.commit(draft) { return true }
    Output.talk("Nothing was saved, so nothing is decided.")
    Output.talk("To keep what stands: afterwit review resolve \(id) current")
    return false
  }

  private static func talk(openCount: Int) -> String {
    openCount == 0
      ? "Decided; no review is open any more."
      : "Decided; " + OpenReviews.count(openCount) + " still open. Type: afterwit review"
  }
}
