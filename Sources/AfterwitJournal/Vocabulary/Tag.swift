/// How tags are written: without a leading `#`, without space around them, in lower case.
///
/// Only what is written here is brought into this form; what another device wrote stays as it is.
public enum Tag {
  /// The tag that a person means.
  public static func normalized(_ tag: String) -> String {
    tag.drop { $0 == "#" || $0.isWhitespace }.trimmed
      .split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
