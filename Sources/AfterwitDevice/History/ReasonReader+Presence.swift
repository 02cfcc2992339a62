internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText

extension ReasonReader {
  /// Why the entry, or an item, is there or is not.
  mutating func presenceReasons(of element: ListElement?) throws -> [Reason] {
    guard let presence = element.map({ content.element($0)?.presence }) ?? content.presence else {
      return []
    }
    let key = FieldKey(entry: entry, element: element, field: .presence)
    var reasons: [Reason] = []
    if element == nil {
      var begun = reason(.begun, of: key)
      begun.by = try presence.times.first.flatMap { try saying(at: $0.index) }
      if !begun.by.isEmpty { reasons.append(begun) }
    }
    if let contested = presence.contested.first {
      var found = reason(.editedBeside, of: key)
      found.by = try contested.contestants.flatMap { try saying(at: $0.index) }
      found.beside = try presence.contested.flatMap { try saying(at: $0.change.index) }
      found.review = openReview(of: key, .deletion)
      return reasons + [found]
    }
    if let found = try lastMark(of: key, isHidden: presence.isHidden) { reasons.append(found) }
    return reasons
  }

  /// Who removed it or brought it back last, and whether that decided between others.
  private mutating func lastMark(of key: FieldKey, isHidden: Bool) throws -> Reason? {
    // Only a block of the presence itself marks it, or one of the list.
    let list = key.element.map { FieldKey(entry: entry, field: $0.list) }
    guard !places(on: list ?? key).isEmpty else { return nil }
    let touches = try standing.compactMap { place in
      let placed = try history.changes.placed(at: place)
      return placed.change.touches().first { $0.key == key }.map { (placed, $0.touch) }
    }
    let marks = touches.filter { $1 != .edit }
    guard let (last, mark) = marks.last, (mark == .deletion) == isHidden else { return nil }
    for (deletion, earlier) in marks.dropLast().reversed() where earlier == .deletion {
      guard try isSeen(deletion.stamp.index, by: last) else { continue }
      var edits: [Int] = []
      for (edit, _) in touches
      where edit.stamp.index != last.stamp.index && edit.stamp.index != deletion.stamp.index {
        let isApart =
          try !isSeen(edit.stamp.index, by: deletion) && !isSeen(deletion.stamp.index, by: edit)
        if try isApart && isSeen(edit.stamp.index, by: last) { edits.append(edit.stamp.index) }
      }
      guard let edit = edits.last else { continue }
      var found = reason(.decided, of: key)
      found.value = isHidden ? "removed" : "kept"
      found.by = try saying(at: last.stamp.index)
      found.beside = try saying(at: deletion.stamp.index) + saying(at: edit)
      return found
    }
    var found = reason(isHidden ? .removed : .restored, of: key)
    found.by = try saying(at: last.stamp.index)
    return found
  }

  /// What was taken back, and by whom, and what was brought back.
  func undoReasons(_ asked: AskedField) throws -> [Reason] {
    try history.changes.indices.compactMap { place in
      let index = history.changes.index(at: place)
      let takers = undos.undos(of: index)
      guard !takers.isEmpty, !undos.isUndo(index),
        try history.versions([place + 1], by: writers)[0].edits.contains(where: asked.isIn)
      else { return nil }
      let isVoid = undos.isVoid(index)
      let deciding =
        isVoid
        ? takers.filter { !undos.isVoid($0) }
        : takers.flatMap { undos.undos(of: $0) }.filter { !undos.isVoid($0) }
      var found = Reason(
        field: nil, item: nil, itemField: nil, rule: isVoid ? .takenBack : .broughtBack)
      found.by = try deciding.flatMap { try saying(at: $0) }
      found.beside =
        try saying(at: index) + (isVoid ? [] : takers.flatMap { try saying(at: $0) })
      return found
    }
  }
}
