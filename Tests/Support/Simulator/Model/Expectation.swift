internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal

// What the journal must show, worked out the plain way from what the commands meant and from what
// had seen what: no text engine, no tables, no order of arrival. A mark stands in its text once,
// unless someone to whom it was shown erased it. A register has the values of the writes that no
// other write had seen. An element is present while one of its adds has no remove after it. An
// entry is hidden while some deletion had seen everything else that was done to it.

/// What one entry must show when everything is known.
struct Expectation {
  private let ancestry: Ancestry
  private let deeds: [Deed]
  /// The ids of the changes by which something was done to the entry without deleting it.
  private let touches: [EnvelopeID]
  private let entry: EntryID

  init(of entry: EntryID, deeds: [Deed], archive: [Archive.Entry], ancestry: Ancestry) {
    self.entry = entry
    self.ancestry = ancestry
    self.deeds = deeds.filter { $0.entry == entry }
    touches = archive.filter { change in
      change.blocks.contains { block in
        guard block.key.entry == entry else { return false }
        if case .presence(.deleted) = block.operations { return false }
        return true
      }
    }.map(\.id)
  }

  /// Compares with what a device shows; sentences about what differs.
  func differences(from view: EntryView) -> [String] {
    texts(view) + registers(view) + sets(view) + presence(view)
  }

  private func texts(_ view: EntryView) -> [String] {
    var typed: [String: [Unicode.Scalar]] = [:]
    var erased: [String: Set<Unicode.Scalar>] = [:]
    for case .text(let field, let marks, let gone) in deeds.flatMap(\.effects) {
      typed[field, default: []] += marks
      erased[field, default: []].formUnion(gone)
    }
    return typed.flatMap { field, marks -> [String] in
      var shown: [Unicode.Scalar: Int] = [:]
      for mark in Typing.marks(in: view.text(field)) { shown[mark, default: 0] += 1 }
      return marks.compactMap { mark in
        let expected = erased[field]?.contains(mark) == true ? 0 : 1
        let found = shown[mark] ?? 0
        guard found != expected else { return nil }
        return "\(field) holds the mark \(mark.value) \(found) times, not \(expected)"
      }
    }
  }

  private func registers(_ view: EntryView) -> [String] {
    var writes: [String: [(id: EnvelopeID, value: String)]] = [:]
    for deed in deeds {
      for case .register(let field, let value) in deed.effects {
        writes[field, default: []].append((deed.id, value))
      }
    }
    return writes.compactMap { field, writes in
      let standing = writes.filter { write in
        !writes.contains { ancestry.saw($0.id, write.id) }
      }
      let expected = Set(standing.map { ExactString($0.value) })
      guard case .register(let shown, let others)? = view.value(of: field) else {
        return "\(field) shows nothing"
      }
      let found = Set(([shown] + others).map { ExactString($0) })
      return found == expected
        ? nil : "\(field) has \(found.map(\.string)), not \(expected.map(\.string))"
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
        case .text, .register, .deleted, .shown: break
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

  private func presence(_ view: EntryView) -> [String] {
    let deletions = deeds.filter { deed in
      deed.effects.contains { if case .deleted = $0 { true } else { false } }
    }
    let isHidden = deletions.contains { deletion in
      touches.allSatisfy { ancestry.saw(deletion.id, $0) }
    }
    return isHidden == view.isDeleted
      ? [] : ["it is \(view.isDeleted ? "hidden" : "shown") and should not be"]
  }
}
