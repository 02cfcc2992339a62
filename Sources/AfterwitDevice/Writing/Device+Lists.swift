public import AfterwitDocument
public import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

extension Device {
  /// Moves elements of one list to a place in it, in their order, as one run and in one change.
  ///
  /// - Returns: Whether anything was recorded; they may have stood there already.
  /// - Throws: ``DeviceFailure`` of the code `usage` if they are of several lists, or the place is at
  ///   one of them.
  @discardableResult
  public func move(_ elements: [ElementKey], to place: ListPlace) throws(DeviceFailure) -> Bool {
    try writing { transaction in
      guard let first = elements.first else { return false }
      let list = first.list
      guard elements.allSatisfy({ $0.list == list }) else {
        throw DeviceFailure.entry(.ofSeveralLists)
      }
      guard case .list(let field)? = try transaction.state(of: list)?.value else {
        throw DeviceFailure.entry(.absent(first.element.id.shortText))
      }
      try transaction.state(of: list)?.requireUnderstood(list.field)
      let shown = try transaction.shownElements(of: list, in: field)
      let ids = elements.map(\.element.id)
      let rest = shown.filter { !ids.contains($0.element) }
      var index = rest.endIndex
      switch place {
      case .first: index = rest.startIndex
      case .last: break
      case .before(let other), .after(let other):
        guard other.list == list else { throw DeviceFailure.entry(.ofSeveralLists) }
        guard let found = rest.firstIndex(where: { $0.element == other.element.id }) else {
          throw DeviceFailure.entry(.movedToItself)
        }
        index = found
        if case .after = place { index += 1 }
      }
      var order = rest.map(\.element)
      order.insert(contentsOf: ids, at: index)
      guard order != shown.map(\.element) else { return false }
      let position = index < rest.endIndex ? rest[index].position : field.placeCount
      let put = ListEdits.Put(position: position, elements: ids, isMove: true)
      try record(
        [Change.Block(key: list, operations: .list(ListEdits(puts: [put])))],
        touching: list.entry, transaction)
      return true
    }
  }

  /// Ticks elements off, or opens them again, in one change.
  ///
  /// - Returns: Those that this changed.
  /// - Throws: ``DeviceFailure`` of the code `usage` if one is nothing that can be done.
  public func setDone(
    _ isDone: Bool, of elements: [ElementKey]
  ) throws(DeviceFailure) -> Set<ElementKey> {
    try writing { transaction in
      var changed: Set<ElementKey> = []
      var blocks: [Change.Block] = []
      for key in elements {
        let kind = try transaction.kind(of: key.entry)
        let list = key.element.list.name.string
        guard let field = kind.list(named: list)?.doneField?.name else {
          throw DeviceFailure.entry(.isNeverDone(list: list))
        }
        guard try transaction.presence(of: key)?.isHidden != true else {
          throw DeviceFailure.entry(.isRemoved(key.element.id.shortText))
        }
        let name = FieldKey(entry: key.entry, element: key.element, field: field)
        let state = try transaction.state(of: name)
        try state?.requireUnderstood(field)
        let value = isDone ? "true" : ""
        guard let operations = Operations(assigning: value, to: state) else { continue }
        blocks.append(Change.Block(key: name, operations: operations))
        changed.insert(key)
      }
      if let last = elements.last, !blocks.isEmpty {
        try record(blocks, touching: last.entry, transaction)
      }
      return changed
    }
  }

  /// Counts something once more: a mantra that was recited, a story that was rehearsed.
  ///
  /// - Returns: The sum, as this device knows it.
  public func count(_ entry: EntryID) throws(DeviceFailure) -> Int {
    try writing { transaction in
      let kind = try transaction.kind(of: entry)
      guard let counter = kind.counter else { throw DeviceFailure.entry(.notCounted(kind)) }
      let key = FieldKey(entry: entry, field: counter)
      try transaction.state(of: key)?.requireUnderstood(counter)
      try record([Change.Block(key: key, operations: .counter(1))], touching: entry, transaction)
      guard case .counter(let state)? = try transaction.state(of: key)?.value else { return 0 }
      return state.sum
    }
  }
}

extension Transaction {
  /// The elements of a list that are not removed, in their order.
  fileprivate func shownElements(
    of list: FieldKey, in field: ListField
  ) throws -> [(element: ElementID, position: Int)] {
    try field.elements.filter { element, _ in
      let key = ElementKey(
        entry: list.entry, element: ListElement(list: list.field, id: element))
      return try presence(of: key)?.isHidden != true
    }
  }
}
