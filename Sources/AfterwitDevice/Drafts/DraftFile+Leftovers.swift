internal import FoundationEssentials
internal import Glibc

// An editor that dies leaves what it had not saved in a file of its own beside the text. Such a file
// may hold the only copy of what was typed last, so a draft is not recovered, and then taken away,
// while there is one that is newer than the text.

extension DraftFile {
  /// What editors call a file that is there for the case that they die: Vim, Kate, Nano, Emacs.
  private static func isForRescue(_ name: String) -> Bool {
    [".swp", ".swo", ".swn", ".kate-swp", ".save"].contains(where: name.hasSuffix)
      || (name.hasPrefix("#") && name.hasSuffix("#"))
  }

  /// The file in which an editor has left words that were typed after the text was last saved.
  func unsavedWords() -> String? {
    guard let saved = Self.modified(path) else { return nil }
    return leftovers().first { leftover in
      Self.isForRescue(Self.name(of: leftover))
        && Self.modified(leftover).map { saved < $0 } ?? false
    }
  }

  /// The files that lie beside the text and are called after it.
  func leftovers() -> [String] {
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    let own = Self.name(of: path)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: String(folder))) ?? []
    return names.filter { $0 != own && $0.contains(own) }.sorted().map { "\(folder)/\($0)" }
  }

  private static func name(of path: String) -> String {
    String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
  }

  /// When a file was last written to, in nanoseconds since 1970; `nil` if there is none.
  private static func modified(_ path: String) -> Int? {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    return information.st_mtim.tv_sec * 1_000_000_000 + information.st_mtim.tv_nsec
  }
}
