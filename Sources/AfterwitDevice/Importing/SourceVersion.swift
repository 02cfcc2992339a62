internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitExchange
internal import AfterwitWire

// An import leaves with each entry what its source said then: the key by which the source knows the
// entry, and for each field four bytes of a hash. So the next import tells what the source has changed
// since, and what was changed here, and no second copy of the words is kept (Protocol/10-exchange,
// "Versions").

/// What a source said of an entry at one time.
struct SourceVersion: Hashable {
  /// By what the source knows the entry: 16 hexadecimal digits.
  let key: Substring
  /// For each field that it filled, a hash of what it said.
  let hashes: [Substring: Substring]

  /// Reads an element of the field `imported`; `nil` where it is none.
  init?(_ element: String) {
    let parts = element.split(separator: " ")
    guard let key = parts.first, key.utf8.count == 16 else { return nil }
    self.key = key
    var hashes: [Substring: Substring] = [:]
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=")
      guard pair.count == 2 else { return nil }
      hashes[pair[0]] = pair[1]
    }
    self.hashes = hashes
  }

  /// The element of the field `imported` for an entry.
  static func element(_ entry: ImportedEntry, key: String) -> String {
    var hashed = entry.values.map { ($0.field.name, hash([$0.value])) }
    for (field, elements) in Dictionary(grouping: entry.elements, by: \.field) {
      hashed.append(
        (field.name, hash(elements.map(\.value).sorted { ExactString($0) < ExactString($1) })))
    }
    for (list, items) in Dictionary(grouping: entry.items, by: \.list) {
      hashed.append(
        (ExactString(list), hash(items.flatMap { $0.fields.flatMap { [$0.name, $0.value] } })))
    }
    hashed.sort { $0.0 < $1.0 }
    return key + hashed.map { " \($0.0.string)=\($0.1)" }.joined()
  }

  /// Where a version stands among others: the first eight bytes of a hash of it.
  static func place(of element: String) -> UInt64 {
    var builder = ByteBuilder()
    builder.append(string: element)
    return Domain.imported.hash(builder.bytes).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Eight hexadecimal digits of a hash of some texts.
  static func hash(_ texts: [String]) -> String {
    var builder = ByteBuilder()
    for text in texts { builder.append(string: text) }
    return Hexadecimal.encode(Array(Domain.imported.hash(builder.bytes).prefix(4)))
  }
}
