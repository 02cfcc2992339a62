internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitText

// What the journal must show, worked out the plain way from what the commands meant and from what
// had seen what: no text engine, no tables, no order of arrival. A mark stands in its text, unless
// someone to whom it was shown erased it (see `MarkHistory`). A register has the values of the writes that no
// other write had seen. An element is present while one of its adds has no remove after it. An
// entry is hidden while some deletion had seen everything else that was done to it.

/// What one entry must show when everything is known.
struct Expectation {
  private let ancestry: Ancestry
  private let deeds: [Deed]
  private let record: EntryRecord
  private let reviews: [Review]

  /// - Parameter reviews: what a device asks about the entry.
  init(of record: EntryRecord, deeds: [Deed], ancestry: Ancestry, reviews: [Review]) {
    self.record = record
    self.ancestry = ancestry
    self.deeds = deeds
    self.reviews = reviews
  }

  /// Compares with what a device shows; sentences about what differs.
  func differences(from view: EntryView) -> [String] {
    typings() + texts(view) + registers(view) + sets(view) + lists(view) + presence(view)
  }

  /// What a person typed is in their change.
  private func typings() -> [String] {
    deeds.flatMap { deed in
      deed.effects.compactMap { effect in
        guard case .text(let field, let edit) = effect else { return nil }
        let kept = (record.typings[field] ?? []).filter { $0.by == deed.id }.map(\.mark)
        return edit.typed.isSubset(of: kept) ? nil : "a change of \(field) lacks what was typed"
      }
    }
  }

  private func texts(_ view: EntryView) -> [String] {
    histories.filter { view.shows($0.key) }.flatMap { field, marks -> [String] in
      var shown: [Unicode.Scalar: Int] = [:]
      for mark in Typing.marks(in: view.text(at: field)) { shown[mark, default: 0] += 1 }
      let isDecided = deeds.contains { $0.effects.contains(where: \.isDecisionOfText) }
      return marks.compactMap { mark, history in
        let allowed = history.allowed(
          ancestry, copies: record.removals, sides: sides(of: field, with: mark, in: view),
          isDecided: isDecided)
        let found = shown[mark] ?? 0
        guard !allowed.contains(found) else { return nil }
        return "\(field) holds the mark \(mark.value) \(found) times, not \(allowed)"
      }
    }
  }

  /// How many sides wait for a decision in whose words a mark may stand.
  private func sides(of field: String, with mark: Unicode.Scalar, in view: EntryView) -> Int {
    // An entry that is hidden tells of no review, whatever waits in its texts.
    if view.isDeleted { return record.texts[field]?.count ?? 0 }
    let parts = reviews.filter { $0.kind == .overlap && $0.path == field }.flatMap(\.parts)
    return parts.filter { part in
      (part.sides.map(\.region) + [part.currentRegion]).contains { words in
        words?.unicodeScalars.contains(mark) ?? false
      }
    }.reduce(0) { $0 + $1.sides.count }
  }

  /// What was done to each mark, by field.
  private var histories: [String: [Unicode.Scalar: MarkHistory]] {
    var histories: [String: [Unicode.Scalar: MarkHistory]] = [:]
    let corrections = Dictionary(grouping: deeds, by: \.id).mapValues { deeds in
      Set(deeds.flatMap(\.effects).compactMap(\.correction))
    }
    for (field, typings) in record.typings {
      for (mark, change) in typings {
        histories[field, default: [:]][mark, default: MarkHistory()].addTyping(by: change)
        if corrections[change]?.contains(mark) != true {
          histories[field]?[mark]?.isCorrection = false
        }
      }
    }
    for deed in deeds {
      for case .text(let field, let edit) in deed.effects {
        for mark in edit.erased { histories[field]?[mark]?.erasures.append(deed.id) }
        for mark in edit.thinned { histories[field]?[mark]?.thinnings.append(deed.id) }
      }
    }
    return histories
  }

  private func registers(_ view: EntryView) -> [String] {
    var writes: [String: [(id: EnvelopeID, value: String)]] = [:]
    for deed in deeds {
      for case .register(let field, let value) in deed.effects {
        writes[field, default: []].append((deed.id, value))
      }
    }
    return writes.filter { view.shows($0.key) }.compactMap { field, writes in
      let expected = RegisterHistory(writes: writes, ancestry: ancestry).standing
      var found: Set<ExactString> = [ExactString("")]
      if case .register(let shown, let others)? = view.value(at: field) {
        found = Set(([shown] + others).map { ExactString($0) })
      }
      return expected.contains(found)
        ? nil
        : "\(field) has \(found.map(\.string)), not \(expected.map { $0.map(\.string) })"
    }
  }

  private func sets(_ view: EntryView) -> [String] {
    var adds: [ExactString: [EnvelopeID]] = [:]
    var removes: [ExactString: [EnvelopeID]] = [:]
    for deed in deeds {
      for effect in deed.effects {
        switch effect {
        case .added(_, let element): adds[ExactString(element), default: []].append(deed.id)
        case .removed(_, let element): removes[ExactString(element), default: []].append(deed.id)
        case .text, .rewrote, .register, .deleted, .shown, .decided: break
        }
      }
    }
    let expected = Set(
      adds.filter { element, ids in
        ids.contains { add in
          !(removes[element] ?? []).contains { ancestry.saw($0, add) }
        }
      }.keys)
    let found = Set(view.set("tags").map { ExactString($0) })
    return found == expected
      ? [] : ["tags are \(found.map(\.string)), not \(expected.map(\.string))"]
  }

  /// Each element that was put in and not removed stands once, and each count counts.
  private func lists(_ view: EntryView) -> [String] {
    let shown = view.elements.map(\.id)
    let expected = record.placed.filter { element in
      // What is known of an element only by what is taken back is not shown.
      record.elements[element]?.isHidden(ancestry) == false
    }
    let lists =
      shown.count == Set(shown).count && Set(shown) == expected
      ? [] : ["\(shown.count) elements stand, not \(expected.count)"]
    return lists
      + record.counts.compactMap { field, count in
        view.count(field) == count ? nil : "\(field) stands at \(view.count(field)), not \(count)"
      }
  }

  private func presence(_ view: EntryView) -> [String] {
    record.presence.isHidden(ancestry) == view.isDeleted
      ? [] : ["it is \(view.isDeleted ? "hidden" : "shown") and should not be"]
  }
}

extension Deed.Effect {
  /// The mark that replaced another one, where it was nothing else.
  fileprivate var correction: Unicode.Scalar? {
    guard case .rewrote(_, let mark, let other) = self, other == Typing.correction(of: mark) else {
      return nil
    }
    return other
  }

  /// Whether the parts of a review of a text were decided.
  var isDecisionOfText: Bool {
    if case .decided(_, .overlap, _, _) = self { true } else { false }
  }
}
