internal import Glibc

/// The file of a person's preferences, which they may also write by hand.
struct PreferenceFile: Hashable {
  /// A longer file is none that a person wrote.
  private static let limit = 1 << 20

  /// Where it lies.
  let path: String

  /// A file at a path.
  init(path: String) {
    self.path = path
  }

  /// The file that a person's environment names: `AFTERWIT_CONFIG`, else
  /// `$XDG_CONFIG_HOME/afterwit/config.toml`, else `~/.config/afterwit/config.toml`.
  init(environment: (String) -> String?) {
    if let named = environment("AFTERWIT_CONFIG"), !named.isEmpty {
      path = named
    } else if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      path = folder + "/afterwit/config.toml"
    } else {
      path = (environment("HOME") ?? "") + "/.config/afterwit/config.toml"
    }
  }

  /// The variable of a name in the environment of this process.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Its text; `nil` where there is no file.
  func text() throws(PreferenceFault) -> String? {
    guard let bytes = try bytes() else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw PreferenceFault(path: path, line: Self.lineOfNoText(in: bytes), fact: .notText)
    }
    return text
  }

  private func bytes() throws(PreferenceFault) -> [UInt8]? {
    // A pipe without a writer would be waited for.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw unreadable(errno)
    }
    defer { close(file) }
    var found = stat()
    guard fstat(file, &found) == 0 else { throw unreadable(errno) }
    switch found.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw PreferenceFault(path: path, fact: .folder)
    default: throw PreferenceFault(path: path, fact: .special)
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = read(file, &chunk, chunk.count)
      if count < 0 {
        guard errno == EINTR else { throw unreadable(errno) }
        continue
      }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= Self.limit else { throw PreferenceFault(path: path, fact: .long) }
    }
  }

  private func unreadable(_ number: Int32) -> PreferenceFault {
    PreferenceFault(path: path, fact: .notReadable(String(cString: strerror(number))))
  }

  /// The line of the first byte that no text has.
  private static func lineOfNoText(in bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
    let index = lines.firstIndex {
      $0.contains(0) || String(validating: $0, as: UTF8.self) == nil
    }
    return (index ?? 0) + 1
  }
}
