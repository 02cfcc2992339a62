internal import AfterwitDevice
internal import FoundationEssentials
internal import Glibc
internal import Subprocess

/// The person's editor: `$VISUAL`, `$EDITOR`, else `editor`.
struct Editor: Hashable {
  /// What the shell runs; it may carry arguments.
  let command: String

  /// The editor that the person's environment names.
  static var standard: Editor {
    let environment = ProcessInfo.processInfo.environment
    let named = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty }
    return Editor(command: named ?? "editor")
  }

  /// Opens a draft at this terminal and waits until the editor ends.
  ///
  /// The shell that runs the editor shares the draft's lock, and hands it down: should this process
  /// be killed, the draft is in use for as long as the editor lives.
  /// - Parameter otherwise: The command that takes the text through stdin instead.
  /// - Throws: a failure that names the file, which keeps the text, when the editor fails.
  func open(
    _ draft: Draft, otherwise: String = "afterwit edit"
  ) async throws(DeviceFailure) {
    // The interrupt key is the editor's while it runs.
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
      throw DeviceFailure(
        .failed, happened, safe: "The journal is unchanged, and nothing was typed.",
        next: "Set VISUAL or EDITOR, or send the text to \(otherwise) with -.")
    }
    throw draft.kept(
      DeviceFailure(
        .failed, happened, safe: "", next: "Set VISUAL or EDITOR if it is the wrong one."))
  }
}
