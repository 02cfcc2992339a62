internal import AfterwitDocument
internal import AfterwitReference
internal import AfterwitText

extension JournalReader {
  /// The entries that some change touched which is not void, ascending.
  var entries: [Bytes] {
    let journalEntry = Bytes([UInt8](repeating: 0, count: 10))
    return Set(fields.map(\.entry)).filter { entry in
      (entry != journalEntry || departs(.journalShown)) && !touching(entry).isEmpty
    }.sorted()
  }

  /// The changes that touch an entry, without void ones.
  func touching(_ entry: Bytes) -> [Int] {
    changes.indices.filter { place in
      changes[place].hasEffect && (!void.contains(place) || departs(.voidTouches))
        && (changes[place].change?.blocks ?? []).contains {
          $0.field.entry == entry && touches($0.edit, family: $0.field.family)
        }
    }
  }

  func touches(_ edit: ReadEdit, family: UInt8) -> Bool {
    if family == 4, edit.isStrange, departs(.strangeMarkIgnored) { return false }
    if case .list(let list) = edit { return !list.onlyMoves || departs(.moveTouches) }
    if case .undo = edit { return false }
    guard case .text(let operations) = edit else { return true }
    return operations.first != .same || departs(.sameTouches)
  }

  /// An entry and one of its registers, as the reference for reviews of them takes it.
  func reference(of entry: Bytes, register: ReadField? = nil) -> ReferenceEntry {
    let touching = Set(touching(entry))
    return ReferenceEntry(
      changes: changes.indices.map { place in
        let made = changes[place]
        let blocks = made.hasEffect ? made.change?.blocks ?? [] : []
        let own =
          void.contains(place)
          ? [] : blocks.filter { $0.field.entry == entry && $0.field.element == nil }
        var change = ReferenceChange(
          order: order(of: place), timestamp: timestamp(of: place), parents: made.parents,
          mark: own.compactMap(\.edit.mark).max { $0 == .restores && $1 == .deletes },
          touches: touching.contains(place))
        for case (let field, .register(let value)) in blocks
        where field == register && !made.aside.contains(field)
          && (field.isKind || !void.contains(place))
        {
          change.value = value.text
        }
        return change
      })
  }

  /// Whether an entry is hidden.
  func isHidden(_ entry: Bytes) -> Bool {
    let hides = reference(of: entry).isHidden
    guard departs(.deletionWins) else { return hides }
    let marks = touching(entry).filter { place in
      (changes[place].change?.blocks ?? []).contains {
        $0.field.entry == entry && $0.edit.mark != nil
      }
    }
    return maximal(Set(marks)).contains { place in
      (changes[place].change?.blocks ?? []).contains { $0.edit.mark == .deletes }
    }
  }

  /// When an entry was created, and when modified.
  func times(of entry: Bytes) -> (created: UInt64, modified: UInt64) {
    let touching = touching(entry)
    let first = touching.filter { changes[$0].ancestors.isDisjoint(with: touching) }
    return (
      (departs(.createdByClock) ? touching : first).map(timestamp).min() ?? 0,
      (departs(.modifiedByClock) ? touching : maximal(Set(touching))).map(timestamp).max() ?? 0
    )
  }
}

extension ReadEdit {
  /// What it says of whether the entry is there.
  var mark: ReferenceChange.Mark? {
    guard case .presence(let mark) = self else { return nil }
    return mark == 0 ? .deletes : .restores
  }
}
