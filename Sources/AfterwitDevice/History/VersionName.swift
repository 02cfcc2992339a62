/// How a person names a version of an entry.
public enum VersionName: Hashable, Sendable {
  /// By its number.
  case number(Int)
  /// By a time: what the changes made up to then show.
  case moment(String)

  /// What was typed: digits alone are a number.
  public init(_ typed: String) {
    let isNumber = !typed.isEmpty && typed.utf8.allSatisfy { 0x30...0x39 ~= $0 }
    self = isNumber ? .number(Int(typed) ?? .max) : .moment(typed)
  }
}
