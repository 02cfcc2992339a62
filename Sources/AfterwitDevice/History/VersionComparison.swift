internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

/// Compares what an entry held at two versions.
struct VersionComparison {
  private let before: EntryView?
  private let after: EntryView

  /// - Parameter before: the entry at the earlier version; `nil` where nothing had been written.
  init(from before: EntryView?, to after: EntryView) {
    self.before = before
    self.after = after
  }

  /// What differs, in the order of the kind's fields, those that it does not know last.
  var parts: [EntryDifference.Part] {
    var parts: [EntryDifference.Part] = []
    let wasShown = before.map { !$0.isDeleted } ?? false
    if wasShown == after.isDeleted {
      parts.append(part(nil, after.isDeleted ? .went(nil) : .came(nil)))
    }
    for name in names {
      let (old, new) = (before.flatMap { value(name, in: $0) }, value(name, in: after))
      guard old != new else { continue }
      if name.family == .list {
        parts += listParts(name.name.string, from: Self.elements(old), to: Self.elements(new))
      } else {
        parts.append(part(name.name.string, .value(old, new)))
      }
    }
    return parts
  }

  private var names: [FieldName] {
    let kind = after.kind
    let known = (kind?.fields ?? []).map(\.name) + (kind?.lists ?? []).map(\.name)
    let places = Dictionary(zip(known, 0...)) { first, _ in first }
    return Set(((before?.fields ?? []) + after.fields).map(\.name)).sorted {
      (places[$0] ?? known.count, $0) < (places[$1] ?? known.count, $1)
    }
  }

  private func value(_ name: FieldName, in view: EntryView) -> FieldView? {
    view.fields.first { $0.name == name }?.value
  }

  private static func elements(_ value: FieldView?) -> [ElementView] {
    if case .list(let elements)? = value { elements } else { [] }
  }

  private func listParts(
    _ list: String, from old: [ElementView], to new: [ElementView]
  ) -> [EntryDifference.Part] {
    let was = Dictionary(uniqueKeysWithValues: old.map { ($0.id, $0) })
    let isNow = Set(new.map(\.id))
    let stands = ListOrder(
      old.filter { isNow.contains($0.id) }.enumerated().map { ($0.element.id, $0.offset) },
      placeCount: old.count)
    let moved = Set(
      stands.puts(giving: new.map(\.id).filter { was[$0] != nil }).flatMap(\.elements))
    var parts = old.filter { !isNow.contains($0.id) }.map { part(list, .went($0), of: $0.id) }
    for element in new {
      guard let earlier = was[element.id] else {
        parts.append(part(list, .came(element), of: element.id))
        continue
      }
      if moved.contains(element.id) { parts.append(part(list, .moved, of: element.id)) }
      for name in Set((earlier.fields + element.fields).map(\.name)).sorted() {
        let (old, new) = (earlier.value(of: name), element.value(of: name))
        guard old != new else { continue }
        parts.append(part(list, .value(old, new), of: element.id, name.name.string))
      }
    }
    return parts
  }

  private func part(
    _ field: String?, _ turn: EntryDifference.Turn, of item: ElementID? = nil,
    _ itemField: String? = nil
  ) -> EntryDifference.Part {
    EntryDifference.Part(field: field, item: item, itemField: itemField, turn: turn)
  }
}
