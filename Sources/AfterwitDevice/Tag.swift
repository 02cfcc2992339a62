/// How tags are written: without a leading `#`, without surrounding space, in lower case.
///
/// Only what is authored here is normalised; what another device wrote stays as it is.
enum Tag {
  static func normalized(_ tag: String) -> String {
    var text = Substring(tag)
    text = text.drop { $0 == "#" || $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
