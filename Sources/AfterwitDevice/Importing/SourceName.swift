internal import AfterwitEncoding
internal import AfterwitExchange
internal import AfterwitWire

/// By what a source knows an entry, and the id that follows from it on every machine.
struct SourceName {
  /// By what the source knows the entry: 16 hexadecimal digits.
  let key: String
  /// What begins the hash that gives the id.
  private let stem: [UInt8]
  /// The id that the entry has already, where it is one of Afterwit.
  private let own: EntryID?
  /// Whether no other entry has the same name.
  let isUnique: Bool

  /// The name of an entry of a format.
  init(_ entry: SourceEntry, format: SourceFormat) {
    let name: String
    switch entry.identity {
    case .own(let id): (own, isUnique, name) = (id, true, id.text)
    case .unique(let text): (own, isUnique, name) = (nil, true, text)
    case .shared(let text): (own, isUnique, name) = (nil, false, text)
    }
    var builder = ByteBuilder()
    builder.append(string: format.rawValue)
    builder.append(string: name)
    key = Hexadecimal.encode(Array(Domain.imported.hash(builder.bytes).prefix(8)))
    if !isUnique { builder.append(string: entry.title ?? "") }
    stem = builder.bytes
  }

  /// A number that entries with the same id to be share, and others hardly, in one process.
  var stemHash: UInt64 {
    var hasher = Hasher()
    hasher.combine(stem)
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  /// The id of the entry, the first of those of this name having the number 0.
  func id(_ number: Int) -> EntryID {
    if let own, number == 0 { return own }
    var builder = ByteBuilder()
    builder.append(count: number)
    let hash = Domain.imported.hash(stem, builder.bytes)
    guard let id = EntryID(hash.prefix(EntryID.byteCount)) else {
      preconditionFailure("SHA-256 is longer than an id")
    }
    return id
  }
}
