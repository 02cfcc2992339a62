internal import AfterwitDevice

extension Editor {
  /// What is said where the editor may have opened a window and returned.
  func talkOfWindow(_ draft: some OpenDraft) -> [String] {
    [
      "The editor \"\(command)\" ended at once, and nothing was changed yet.",
      "If its window is open, save there, then type: afterwit draft recover \(draft.name)",
      waiting.map { "To be waited for, it needs its flag: VISUAL=\"\($0)\"" }
        ?? "To be waited for, an editor needs its flag, as in: code --wait, gvim -f, kate --block",
    ]
  }

  /// The command that returns only when the window is closed, for editors whose flag is known.
  private var waiting: String? {
    let name = command.prefix { $0 != " " }
    let flag: String? =
      switch name.split(separator: "/").last {
      case "code", "codium", "code-insiders", "zed", "subl", "gedit": "--wait"
      case "gvim": "-f"
      case "kate": "--block"
      default: nil
      }
    guard let flag, !command.contains(flag) else { return nil }
    return name + " " + flag + command.dropFirst(name.count)
  }
}
