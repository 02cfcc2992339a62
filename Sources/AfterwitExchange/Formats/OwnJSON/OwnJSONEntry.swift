internal import AfterwitEncoding
internal import AfterwitJournal

/// One document of an export of Afterwit.
struct OwnJSONEntry {
  /// The entry, and what of it could not be carried over.
  private(set) var items: [SourceItem] = []

  /// Reads a document.
  init(_ node: JSONNode, at place: SourcePlace) {
    let id = node["id"]?.string ?? ""
    guard let range = EntryID.range(ofTextPrefix: id), range.lowerBound == range.upperBound,
      let kind = node["kind"]?.string.flatMap({ Kind(rawValue: $0) })
    else {
      items = [.note(SourceNote(place, .skipped(id, because: .notOfFormat)))]
      return
    }
    guard node["deleted"]?.flag != true else {
      items = [.note(SourceNote(place, .skipped(id, because: .deleted)))]
      return
    }
    var entry = SourceEntry(.own(range.lowerBound), at: place)
    entry.kind = kind
    for field in node["fields"]?.list ?? [] {
      guard let name = field["name"]?.string, name != "kind", name != "imported" else { continue }
      add(field, name, to: &entry, at: place)
    }
    items.append(.entry(entry))
  }

  private mutating func add(
    _ field: JSONNode, _ name: String, to entry: inout SourceEntry, at place: SourcePlace
  ) {
    if field["not-understood"] != nil {
      items.append(.note(SourceNote(place, .leftOut(name, of: "a later version"))))
    }
    if let text = field["text"]?.string {
      entry.fields.append(.init(name, text))
    } else if let values = field["values"]?.list {
      let all = values.compactMap { $0["value"]?.string }
      for other in all.dropFirst() {
        items.append(.note(SourceNote(place, .leftOut(other, of: "\(name), beside what is shown"))))
      }
      if let shown = all.first { entry.fields.append(.init(name, shown)) }
    } else if let elements = field["elements"]?.list {
      entry.fields += elements.compactMap { $0["element"]?.string }.map { .init(name, $0) }
    } else if let elements = field["list"]?.list {
      for element in elements where element["deleted"]?.flag != true {
        let parts = (element["fields"]?.list ?? []).compactMap { part -> SourceEntry.Field? in
          guard let name = part["name"]?.string else { return nil }
          let value = part["text"]?.string ?? part["values"]?.list?.first?["value"]?.string
          return value.map { .init(name, $0) }
        }
        entry.items.append(.init(name, parts, id: element["id"]?.string))
      }
    } else if case .number(let sum)? = field["sum"] {
      entry.fields.append(.init(name, sum))
    }
  }
}
