internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitText

// Which reviews of an entry must be open and which must not, worked out the plain way from what the
// commands meant and from what had seen what. Of values and deletions everything is known. Of a
// text this much: two changes that replaced one mark by different ones, neither having seen the
// other, are asked about until someone who saw both decides; and nothing is asked where everyone
// who did not know of another wrote what a later decision had seen, or corrected alike.

/// What must be asked about one entry when everything is known.
struct Dispute {
  private let ancestry: Ancestry
  private let deeds: [Deed]
  private let record: EntryRecord

  init(of record: EntryRecord, deeds: [Deed], ancestry: Ancestry) {
    self.record = record
    self.deeds = deeds
    self.ancestry = ancestry
  }

  /// Compares with what a device asks; sentences about what differs.
  func differences(from view: EntryView) -> [String] {
    if view.isDeleted {
      return view.openParts.isEmpty ? [] : ["something is asked about an entry that is hidden"]
    }
    return values(view) + deletion(view) + decisions(view) + missing(view) + needless(view)
  }

  private func values(_ view: EntryView) -> [String] {
    var writes: [String: [(id: EnvelopeID, value: String)]] = [:]
    for deed in deeds {
      for case .register(let field, let value) in deed.effects {
        writes[field, default: []].append((deed.id, value))
      }
    }
    let standing = writes.mapValues { RegisterHistory(writes: $0, ancestry: ancestry).standing }
    let shown = standing.filter { view.shows($0.key) }
    let must = shown.filter { $1.allSatisfy { $0.count > 1 } }.keys.sorted()
    let may = shown.filter { $1.contains { $0.count > 1 } }.keys
    let found = view.asked.filter { $0.part.kind == .value }.map(\.path)
    return must.allSatisfy(found.contains) && found.allSatisfy(may.contains)
      ? [] : ["values of \(found) are asked about, not of \(must)"]
  }

  private func deletion(_ view: EntryView) -> [String] {
    let isContested = record.presence.isContested(ancestry)
    let isAsked = view.openParts.contains { $0.kind == .deletion }
    let ofEntry =
      isAsked == isContested ? [] : ["its deletion is \(isAsked ? "" : "not ")asked about"]
    return ofEntry
      + view.elements.compactMap { element in
        let isContested = record.elements[element.id]?.isContested(ancestry) ?? false
        let isAsked = element.openParts.contains { $0.kind == .deletion }
        return isAsked == isContested
          ? nil : "the deletion of an element is \(isAsked ? "" : "not ")asked about"
      }
  }

  /// What was decided, and nobody touched since, is closed.
  private func decisions(_ view: EntryView) -> [String] {
    deeds.flatMap(\.effects).compactMap { effect in
      guard case .decided(let field, let kind, let hunks, _) = effect else { return nil }
      let isOpen = view.asked.contains { path, part in
        path == field && part.kind == kind && hunks.isSuperset(of: part.hunks)
      }
      return isOpen ? "\(field) was decided and is asked about again" : nil
    }
  }

  /// Two replacements of one mark, neither of which anybody has erased or decided about.
  private func missing(_ view: EntryView) -> [String] {
    var rewrites: [(id: EnvelopeID, mark: Unicode.Scalar, other: Unicode.Scalar)] = []
    var erased: Set<Unicode.Scalar> = []
    for deed in deeds {
      for case .rewrote(_, let mark, let other) in deed.effects {
        rewrites.append((deed.id, mark, other))
      }
      for case .text(_, let edit) in deed.effects { erased.formUnion(edit.erased) }
    }
    // Where nobody has typed the mark, nobody has replaced it.
    let typed = Set(record.typings.values.joined().map(\.mark))
    rewrites.removeAll { erased.contains($0.other) || !typed.contains($0.mark) }
    let decisions = deeds.filter { $0.effects.contains(where: \.isDecisionOfText) }.map(\.id)
    var found: [String] = []
    for (place, one) in rewrites.enumerated() {
      for other in rewrites[(place + 1)...] {
        guard one.mark == other.mark, one.other != other.other,
          !isOrdered(one.id, other.id),
          !decisions.contains(where: { ancestry.saw($0, one.id) && ancestry.saw($0, other.id) })
        else { continue }
        let isAsked = view.openParts.contains { part in
          part.kind == .overlap
            && Set(part.hunks.map(\.envelope)).isSuperset(of: [one.id, other.id])
        }
        if !isAsked { found.append("two replacements of \(one.mark.value) are not asked about") }
      }
    }
    return found
  }

  /// A text about which nothing can be left to ask.
  private func needless(_ view: EntryView) -> [String] {
    view.asked.filter { $0.part.kind == .overlap }.compactMap { field, _ in
      let changes = record.texts[field] ?? []
      let decisions = wholeDecisions(of: field)
      for (place, one) in changes.enumerated() {
        for other in changes[(place + 1)...]
        where !isOrdered(one, other) && !areAlike(one, other) {
          guard decisions.contains(where: { ancestry.saw($0, one) && ancestry.saw($0, other) })
          else { return nil }
        }
      }
      return "\(field) is asked about and nothing is in dispute"
    }
  }

  /// The decisions of everything that was open in a text.
  private func wholeDecisions(of field: String) -> [EnvelopeID] {
    deeds.filter { deed in
      deed.effects.contains { effect in
        if case .decided(field, .overlap, _, true) = effect { true } else { false }
      }
    }.map(\.id)
  }

  private func isOrdered(_ one: EnvelopeID, _ other: EnvelopeID) -> Bool {
    ancestry.saw(one, other) || ancestry.saw(other, one)
  }

  /// Whether two changes replaced one mark by the same other one.
  private func areAlike(_ one: EnvelopeID, _ other: EnvelopeID) -> Bool {
    guard let left = rewrite(one), let right = rewrite(other) else { return false }
    return left == right
  }

  private func rewrite(_ id: EnvelopeID) -> [Unicode.Scalar]? {
    for effect in deeds.first(where: { $0.id == id })?.effects ?? [] {
      if case .rewrote(_, let mark, let other) = effect { return [mark, other] }
    }
    return nil
  }
}
