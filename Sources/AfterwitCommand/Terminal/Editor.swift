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

  /// Opens a file at this terminal and waits until the editor ends.
  ///
  /// - Parameter otherwise: The command that takes the text through stdin instead.
  /// - Throws: a failure that names the file, which keeps the text, when the editor fails.
  func open(
    _ path: String, otherwise: String = "afterwit edit"
  ) async throws(DeviceFailure) {
    // The interrupt key is the editor's while it runs.
    let interrupt = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, interrupt) }
    let ended: Bool
    do {
      ended = try await run(
        .name("sh"), arguments: ["-c", command + " \"$1\"", "sh", path],
        input: .currentStandardInput, output: .currentStandardOutput, error: .currentStandardError
      ).terminationStatus.isSuccess
    } catch {
      ended = false
    }
    guard ended else {
      throw DeviceFailure(
        .failed, "The editor \"\(command)\" failed.",
        safe: "The journal is unchanged; your text is kept in \(path).",
        next: "Set VISUAL or EDITOR, or send the text to \(otherwise) with -.")
    }
  }
}
