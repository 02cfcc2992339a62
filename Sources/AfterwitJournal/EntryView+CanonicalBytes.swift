internal import AfterwitDocument
internal import AfterwitEncoding

extension EntryView {
  /// The bytes whose hash is the entry's hash (Protocol/4-documents, "Digest").
  ///
  /// Id (10), kind (string), a byte that tells whether it is hidden, then each field by name and
  /// family: name (string), family, and what it shows; where anything is under review, a zero byte
  /// and each open part. Nothing of clocks or of who wrote it.
  public var canonicalBytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(contentsOf: id.bytes)
    builder.append(string: kindName)
    builder.append(isDeleted ? 1 : 0)
    for (name, value) in fields {
      builder.append(string: name.name.string)
      builder.append(name.familyCode)
      switch value {
      case .text(let text):
        builder.append(string: text)
      case .register(let shown, let others):
        builder.append(string: shown)
        builder.append(strings: others)
      case .set(let elements):
        builder.append(strings: elements)
      }
    }
    if !openParts.isEmpty { builder.append(0) }
    for part in openParts {
      builder.append(string: part.field.name.string)
      builder.append(part.field.familyCode)
      builder.append(part.kind.rawValue)
      builder.append(count: part.hunks.count)
      for hunk in part.hunks {
        builder.append(hunk.envelope)
        builder.append(count: hunk.number)
      }
    }
    return builder.bytes
  }
}

extension ByteBuilder {
  fileprivate mutating func append(strings: [String]) {
    append(count: strings.count)
    for string in strings {
      append(string: string)
    }
  }
}
