internal import AfterwitDocument

// What every entry has, and the title by which a person knows it.

extension EntryView {
  /// Its tags in the one form of ``Tag``, ascending by bytes, each once.
  public var tags: [String] {
    let tags = self.set(CodedField.tags.rawValue).map { Tag.normalized($0) }
    return tags.count < 2 ? tags : Set(tags.map { ExactString($0) }).sorted().map(\.string)
  }

  /// Whether the entry is starred.
  public var isStarred: Bool { register(CodedField.starred.rawValue) == "true" }

  /// Whether the entry stays out of sight unless asked for.
  public var isPrivate: Bool { register(CodedField.private.rawValue) == "true" }

  /// The title, or the first sentence of the kind's default field where none was set.
  public var title: String {
    if let title = register(CodedField.title.rawValue) { return title }
    guard let kind else { return "" }
    return FirstSentence(of: Self.firstLine(of: text(kind.defaultField.name.string))).text
  }

  /// The first line with anything in it, without the space around it.
  static func firstLine(of text: String) -> String {
    let bytes = text.utf8Span.span
    var start = 0
    var end = 0
    while end < bytes.count {
      let length = lineEndLength(bytes, at: end)
      if length > 0 {
        let line = Substring(text.utf8.dropFirst(start).prefix(end - start)).trimmed
        if !line.isEmpty { return String(line) }
        start = end + length
      }
      end += max(length, 1)
    }
    return String(Substring(text.utf8.dropFirst(start)).trimmed)
  }

  /// How many bytes the scalar at an offset has, where it ends a line as `Character.isNewline` says;
  /// else 0.
  private static func lineEndLength(_ bytes: Span<UInt8>, at offset: Int) -> Int {
    switch bytes[offset] {
    case 0x0a...0x0d: 1
    case 0xc2: bytes[offset + 1] == 0x85 ? 2 : 0
    case 0xe2: bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xfe == 0xa8 ? 3 : 0
    default: 0
    }
  }
}
