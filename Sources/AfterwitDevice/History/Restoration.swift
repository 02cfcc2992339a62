internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitText

// A version is brought back by a new change on top, which does no more than make what stands show what
// the version showed: the least difference of each text, the values, and of lists the items by their
// ids. Nothing is rewound, so whatever others do at the same time is merged as with any other edit.

/// The change that brings a version of an entry back.
struct Restoration {
  let entry: EntryID
  let now: EntryContent
  let then: EntryContent

  /// The blocks of the change; none where the version is what stands.
  ///
  /// Counters stay: what was done so often was done.
  /// - Throws: ``EditMisfit/notUnderstood(field:)`` where a field holds what this version of the program
  ///   does not understand.
  func blocks() throws -> [Change.Block] {
    var blocks = try fieldBlocks(of: nil, from: now.states, to: then.states)
    let names = Set((now.states + then.states).map(\.0)).filter { $0.family == .list }
    for list in names.sorted() { blocks += try listBlocks(list) }
    if now.presence.isHidden != then.presence.isHidden {
      blocks.append(
        Change.Block(
          key: FieldKey(entry: entry, field: .presence),
          operations: .presence(then.presence.isHidden ? .deleted : .restored)))
    }
    return blocks
  }

  /// The counters that differ, which stay as they are.
  var keptCounters: [RestorationOutcome.KeptCounter] {
    now.states.compactMap { name, state in
      guard case .counter(let counter) = state.value else { return nil }
      let before = then.states.first { $0.0 == name }?.1.view
      return before == state.view
        ? nil : RestorationOutcome.KeptCounter(field: name.name.string, sum: counter.sum)
    }
  }

  private func listBlocks(_ list: FieldName) throws -> [Change.Block] {
    let state = now.states.first { $0.0 == list }?.1
    let shownNow = Self.ids(now, list)
    let shownThen = Self.ids(then, list)
    let (isShown, wasShown) = (Set(shownNow), Set(shownThen))
    guard case .list(let field)? = state?.value else { return [] }
    var blocks = try shownThen.flatMap { id in
      let element = ListElement(list: list, id: id)
      return try fieldBlocks(
        of: element, from: now.element(element)?.states ?? [],
        to: then.element(element)?.states ?? [])
    }
    let stands = ListOrder(
      field.elements.filter { wasShown.contains($0.element) }, placeCount: field.placeCount)
    let edits = ListEdits(
      puts: stands.puts(giving: shownThen), removed: shownNow.filter { !wasShown.contains($0) },
      restored: shownThen.filter { !isShown.contains($0) })
    if edits != ListEdits() {
      try state?.requireUnderstood(list)
      blocks.append(
        Change.Block(key: FieldKey(entry: entry, field: list), operations: .list(edits)))
    }
    return blocks
  }

  private static func ids(_ content: EntryContent, _ list: FieldName) -> [ElementID] {
    guard let state = content.states.first(where: { $0.0 == list })?.1,
      case .list(let elements)? = content.view(of: list, state)
    else { return [] }
    return elements.map(\.id)
  }

  private func fieldBlocks(
    of element: ListElement?, from now: [(FieldName, FieldState)],
    to then: [(FieldName, FieldState)]
  ) throws -> [Change.Block] {
    let now = Dictionary(uniqueKeysWithValues: now)
    let then = Dictionary(uniqueKeysWithValues: then)
    return try Set(now.keys).union(then.keys).sorted().compactMap { name in
      guard let operations = Self.operations(from: now[name], to: then[name]) else { return nil }
      try now[name]?.requireUnderstood(name)
      return Change.Block(
        key: FieldKey(entry: entry, element: element, field: name), operations: operations)
    }
  }

  /// What makes a field show what it showed; `nil` where it does, and for lists and counters.
  private static func operations(from now: FieldState?, to then: FieldState?) -> Operations? {
    switch (then ?? now)?.value {
    case .text:
      return Operations(
        replacing: now?.shownText ?? ShownText(""), with: then?.shownText.text ?? "")
    case .register:
      var value = ""
      if case .register(let register)? = then?.value { value = register.shown ?? "" }
      return Operations(assigning: value, to: now)
    case .set:
      let (before, after) = (elements(of: now), elements(of: then))
      guard before != after else { return nil }
      return .set(
        added: after.subtracting(before).sorted(), removed: before.subtracting(after).sorted())
    case .counter, .list, .unknown, nil: return nil
    }
  }

  private static func elements(of state: FieldState?) -> Set<ExactString> {
    guard case .set(let set)? = state?.value else { return [] }
    return Set(set.elements)
  }
}
