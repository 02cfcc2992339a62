internal import AfterwitDevice
internal import Glibc
internal import Subprocess

/// The person's editor: `$VISUAL`, or `$EDITOR`, or the one of their preferences, or `editor`.
struct Editor: Hashable {
  /// An editor that ends sooner may have left a window behind, in which the text is still open.
  private static let moment = Duration.seconds(2)

  /// What became of a draft that was opened.
  enum Outcome: Hashable {
    /// The person has seen it, and changed it or not.
    case done
    /// The editor ended at once and has not changed it; a window may be open.
    case atOnce
  }

  /// What the shell runs; it may contain arguments.
  let command: String

  /// The editor that the person has chosen.
  static var standard: Editor { Editor(command: Preferences.present.editor) }

  /// Opens a draft at this terminal and waits until the editor ends; tells the person what to do
  /// next if it ended at once.
  ///
  /// The shell that runs the editor also holds the draft's lock and passes it on to the editor, so
  /// that the draft counts as in use while the editor lives, even if this process is killed.
  /// - Parameter otherwise: The command that takes the text through stdin instead.
  /// - Throws: a failure that names the file with the text, if the editor fails.
  func open(
    _ draft: some OpenDraft, otherwise: String = "afterwit edit"
  ) async throws(CommandFailure) -> Outcome {
    // While the editor runs, the interrupt key belongs to it.
    let interrupt = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, interrupt) }
    let script =
      "exec 9<\"$2\"; flock -s -w 5 9 2>/dev/null; set -- \"$1\"; \(command) \"$1\""
    let begun = ContinuousClock.now
    let ended: Bool
    do {
      ended = try await run(
        .name("sh"), arguments: ["-c", script, "sh", draft.path, draft.lock],
        input: .currentStandardInput, output: .currentStandardOutput, error: .currentStandardError
      ).terminationStatus.isSuccess
    } catch {
      ended = false
    }
    guard ended else { throw failure(of: draft, otherwise: otherwise) }
    guard draft.isUntouched, ContinuousClock.now - begun < Self.moment else { return .done }
    for line in talkOfWindow(draft) { Output.talk(line) }
    return .atOnce
  }

  private func failure(of draft: some OpenDraft, otherwise: String) -> CommandFailure {
    let happened = "The editor \"\(command)\" failed."
    if draft.discardIfUntouched() {
      return CommandFailure(
        .failed, happened, safe: "The journal is unchanged, and nothing was typed.",
        next: "Set VISUAL or EDITOR, or send the text to \(otherwise) with -.")
    }
    let failure = CommandFailure(
      .failed, happened, safe: "The journal is unchanged.",
      next: "Set VISUAL or EDITOR if it is the wrong one.")
    return failure.keeping(draft.keptWords)
  }
}
