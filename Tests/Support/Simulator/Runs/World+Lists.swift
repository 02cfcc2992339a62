internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitTestRandomness
internal import AfterwitText

// What people do to the follow-ups of a reflection, and to the counter of how often it was told. In
// half of the steps two of them write at one list, neither knowing of the other.

extension World {
  private static let list = FieldName(.followUps)

  /// Lets one person write at a list, or two.
  func writeList(on machine: Machine, using random: inout SeededGenerator) throws {
    guard let entry = anyEntry(using: &random) else { return }
    var writers = [machine]
    if Bool.random(using: &random) {
      writers += machines.filter { $0 !== machine }.shuffled(using: &random).prefix(1)
    }
    let views = writers.map { try? $0.running().entry(entry) }
    for (writer, view) in zip(writers, views) {
      guard let view, !view.isDeleted else { continue }
      try execute(listOrder(on: view, using: &random), on: writer, using: &random)
    }
  }

  private func listOrder(on view: EntryView, using random: inout SeededGenerator) -> Order {
    let shown = view.list(Self.list.name.string).map { key($0, in: view) }
    let kind = Int.random(in: 0..<12, using: &random)
    guard kind > 0 else { return count(view) }
    guard kind > 2, let key = shown.randomElement(using: &random) else {
      return add(to: view, using: &random)
    }
    switch kind {
    case 3, 4: return write(to: key, in: view, using: &random)
    case 5, 6: return tick(key, using: &random)
    case 7, 8, 9: return move(key, among: shown, using: &random)
    case 10: return setPresence(of: key, to: .deleted)
    default:
      let known = removedElements.filter { $0.entry == view.id }
      return setPresence(of: known.randomElement(using: &random) ?? key, to: .restored)
    }
  }

  private func key(_ element: ElementView, in view: EntryView) -> ElementKey {
    ElementKey(entry: view.id, element: ListElement(list: Self.list, id: element.id))
  }

  private func add(to view: EntryView, using random: inout SeededGenerator) -> Order {
    let text = typing.run(using: &random).text
    var order = Order(name: "add", entry: view.id, effects: []) { device in
      let edits: [FieldEdit] = [.replace(field: "what", text: text)]
      return try device.carryOut(EditRequest(.add(list: Self.list, to: view.id), edits)).entry
    }
    order.outcome = { device in
      let marks = Set(Typing.marks(in: text))
      let list = try device.entry(view.id).list(Self.list.name.string)
      return list.filter { marks.isSubset(of: Typing.marks(in: $0.text("what"))) }.map { element in
        .text(field: element.path("what"), edit: MarkEdit(from: "", to: text))
      }
    }
    return order
  }

  private func write(
    to key: ElementKey, in view: EntryView, using random: inout SeededGenerator
  ) -> Order {
    let path = key.element.path("what")
    let shown = view.text(at: path)
    var text = typing.edited(shown, using: &random)
    if text.isEmpty { text = typing.run(using: &random).text }
    return Order(
      name: "write", entry: view.id,
      effects: [.text(field: path, edit: MarkEdit(from: shown, to: text))]
    ) { [text] device in
      let edits: [FieldEdit] = [.replace(field: "what", text: text)]
      let outcome = try device.carryOut(EditRequest(.editElement(key), edits))
      return outcome.isChange ? key.entry : nil
    }
  }

  private func tick(_ key: ElementKey, using random: inout SeededGenerator) -> Order {
    let isDone = Int.random(in: 0..<3, using: &random) > 0
    let path = key.element.path("done")
    return Order(
      name: "tick", entry: key.entry,
      effects: [.register(field: path, value: isDone ? "true" : "")]
    ) { device in
      try device.setDone(isDone, of: [key]).isEmpty ? nil : key.entry
    }
  }

  /// A run that begins with an element goes to a place.
  private func move(
    _ key: ElementKey, among shown: [ElementKey], using random: inout SeededGenerator
  ) -> Order {
    let run = shown.drop { $0 != key }.prefix(Int.random(in: 1...3, using: &random))
    let others = shown.filter { !run.contains($0) }
    var places = [ListPlace.first, .last]
    if let other = others.randomElement(using: &random) {
      places += [.before(other), .after(other)]
    }
    let place = places.randomElement(using: &random) ?? .first
    return Order(name: "move", entry: key.entry, effects: []) { device in
      try device.move(Array(run), to: place) ? key.entry : nil
    }
  }

  private func setPresence(of key: ElementKey, to mark: Operations.Presence) -> Order {
    if mark == .deleted { removedElements.append(key) }
    return Order(name: mark == .deleted ? "take off" : "put back", entry: key.entry, effects: []) {
      device in
      let changed =
        try mark == .deleted
        ? device.remove([.element(key)]) : device.restore([.element(key)])
      return changed.isEmpty ? nil : key.entry
    }
  }

  /// Counts once more; it means the same whatever is shown.
  private func count(_ view: EntryView) -> Order {
    Order(name: "count", entry: view.id, effects: []) { device in
      _ = try device.count(view.id)
      return view.id
    }
  }
}
