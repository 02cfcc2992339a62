internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

/// An entry as `afterwit export --format md` writes it (Protocol/10-exchange, "Our own Markdown").
struct OwnMarkdown {
  /// The entry.
  let entry: SourceEntry

  /// Reads front matter that says that it is one of Afterwit.
  /// - Throws: ``SourceFailure/notOfFormat(_:_:)`` where it names no entry or kind.
  init(_ matter: FrontMatter, at place: SourcePlace) throws(SourceFailure) {
    var values: [String: YAMLNode] = [:]
    for member in matter.members { values[member.key] = member.value }
    guard let id = values["id"]?.texts.first, let kind = values["kind"]?.texts.first,
      let range = EntryID.range(ofTextPrefix: id), range.lowerBound == range.upperBound,
      let kind = Kind(rawValue: kind)
    else { throw .notOfFormat(.markdown, place) }
    var entry = SourceEntry(.own(range.lowerBound), at: place)
    entry.kind = kind
    if !matter.body.isEmpty {
      entry.fields.append(.init(kind.defaultField.name.string, matter.body))
    }
    for member in matter.members where !["afterwit", "id", "kind"].contains(member.key) {
      Self.add(member, to: &entry)
    }
    self.entry = entry
  }

  private static func add(_ member: YAMLNode.Member, to entry: inout SourceEntry) {
    switch member.value {
    case .scalar(let text, _): entry.fields.append(.init(member.key, text))
    case .list(let nodes):
      for node in nodes {
        switch node {
        case .scalar(let text, _): entry.fields.append(.init(member.key, text))
        case .mapping(let parts):
          let fields = parts.filter { $0.key != "id" }.map { part in
            SourceEntry.Field(part.key, Self.text(part.value))
          }
          let id = parts.first { $0.key == "id" }.map { text($0.value) }
          entry.items.append(.init(member.key, fields, id: id))
        case .list: break
        }
      }
    case .mapping: break
    }
  }

  private static func text(_ node: YAMLNode) -> String {
    if case .scalar(let text, _) = node { return text }
    return ""
  }
}
