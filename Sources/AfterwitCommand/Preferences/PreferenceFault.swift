/// What is wrong with the file of a person's preferences.
struct PreferenceFault: Error, Hashable {
  /// What is wrong.
  enum Fact: Hashable {
    /// It, or a folder above it, cannot be read; the reason in words.
    case notReadable(String)
    /// It is a folder.
    case folder
    /// It is neither a file nor a folder, for example a pipe.
    case special
    /// It has more bytes than a person writes.
    case long
    /// It is not UTF-8, or holds a byte that no text holds.
    case notText
    /// It is not TOML; the reason in words.
    case notTOML(String)
    /// A key has a value that it cannot have.
    case misfit(PreferenceKey)
    /// It, or a folder above it, cannot be written; the reason in words.
    case notWritable(String)
    /// A key cannot be written where the file leaves it, as inside `{ … }` on one line.
    case unreachable(PreferenceKey)
  }

  /// The file's path.
  let path: String
  /// The line, from 1; `nil` where the whole file is meant.
  var line: Int?
  /// What is wrong.
  let fact: Fact
}
