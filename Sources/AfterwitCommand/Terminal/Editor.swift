internal import AfterwitDevice
internal import FoundationEssentials
internal import Glibc
internal import Subprocess

/// The person's editor: `$VISUAL`, or `$EDITOR`, or `editor`.
struct Editor: Hashable {
  /// What the shell runs; it may contain arguments.
  let command: String

  /// The editor that the person's environment names.
  static var standard: Editor {
    let environment = ProcessInfo.processInfo.environment
    let named = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty }
    return Editor(command: named ?? "editor")
  }

  /// Opens a draft at this terminal and waits until the editor ends.
  ///
  /// The shell that runs the editor also holds the draft's lock and passes it on to the editor, so
  /// that the draft counts as in use while the editor lives, even if this process is killed.
  /// - Parameter otherwise: The command that takes the text through stdin instead.
  /// - Throws: a failure that names the file with the text, if the editor fails.
  func open(
    _ draft: Draft, otherwise: String = "afterwit edit"
  ) async throws(CommandFailure) {
    // While the editor runs, the interrupt key belongs to it.
    let interrupt = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, interrupt) }
    let script =
      "exec 9<\"$2\"; flock -s -w 5 9 2>/dev/null; set -- \"$1\"; \(command) \"$1\""
    let ended: Bool
    do {
      ended = try await run(
        .name("sh"), arguments: ["-c", script, "sh", draft.path, draft.lock],
        input: .currentStandardInput, output: .currentStandardOutput, error: .currentStandardError
      ).terminationStatus.isSuccess
    } catch {
      ended = false
    }
    guard !ended else { return }
    let happened = "The editor \"\(command)\" failed."
    if draft.discardIfUntouched() {
      throw CommandFailure(
        .failed, happened, safe: "The journal is unchanged, and nothing was typed.",
        next: "Set VISUAL or EDITOR, or send the text to \(otherwise) with -.")
    }
    let words = Sentences(
      happened, safe: "The journal is unchanged.",
      next: "Set VISUAL or EDITOR if it is the wrong one.")
    throw CommandFailure(.failed, words.keeping(draft.keptWords))
  }
}
