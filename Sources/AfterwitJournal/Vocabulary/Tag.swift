/// How tags are written: without a leading `#`, without space around them, in lower case, and in one
/// of the forms that Unicode has for the same letters (NFC).
///
/// Only what is written here is brought into this form; what another device wrote stays as it is, and
/// counts as the same tag where its form is the same.
public enum Tag {
  /// The tag that a person means.
  public static func normalized(_ tag: String) -> String {
    guard !isNormal(tag.utf8) else { return tag }
    return tag.drop { $0 == "#" || $0.isWhitespace }.trimmed
      .split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased().composed
  }

  /// Whether it is surely in that form: of the letters, digits and hyphens that most tags are of.
  private static func isNormal(_ tag: String.UTF8View) -> Bool {
    tag.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }
}
