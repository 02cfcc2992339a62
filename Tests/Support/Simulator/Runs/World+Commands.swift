internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitTestRandomness

/// A command that a person gives, and what is meant by it.
struct Order: Sendable {
  let name: String
  /// The entry, where it is known before.
  let entry: EntryID?
  let effects: [Deed.Effect]
  /// The version it is made on, where that is not the one that is shown now.
  var version: Set<EnvelopeID>?
  /// How it may fail beside what befalls every command.
  var refusals: Set<DeviceFailure.Code> = []
  /// What it did besides, as it can be told once it was done.
  var outcome: @Sendable (Device) throws -> [Deed.Effect] = { _ in [] }
  /// Gives the command; the entry, or `nil` where nothing was to be changed.
  let run: @Sendable (Device) throws -> EntryID?
}

extension World {
  /// Gives one command and keeps what it did, whatever befalls the machine meanwhile.
  func execute(
    _ order: Order, on machine: Machine, using random: inout SeededGenerator
  ) throws {
    let before = Set(try machine.running().shownVersion())
    machine.arm(crashWithin: 9, rates, using: &random)
    let result = Result { try order.run(machine.running()) }
    machine.disarm(after: result)
    let hasDied = machine.disk.isDead
    if hasDied { try recover(machine, using: &random) }
    let after = Set(try machine.running().shownVersion())
    let made = after.subtracting(before)
    try judge(result, of: order, made: made.count, hasDied: hasDied)
    guard let last = made.first else { return }
    let id = order.version == nil ? last : try deed(before: last, notIn: before, on: machine)
    if case .success = result { machine.acknowledged.insert(id) }
    var entry = order.entry
    if case .success(let known?) = result { entry = known }
    if entry == nil {
      let change = try Archive(of: machine.path).changes.first { $0.id == id }
      entry = change?.blocks.first?.key.entry
    }
    guard let entry else { throw Violation(nil, "\(order.name) made a change of nothing") }
    if order.entry == nil { entries.append(entry) }
    let effects = order.effects + (try order.outcome(try machine.running()))
    deeds.append(Deed(id: id, entry: entry, effects: effects, version: order.version ?? before))
  }

  /// The change that a person made, where the device has taken a copy out behind it: an edit of what
  /// an editor showed may say what another one has said meanwhile.
  private func deed(
    before last: EnvelopeID, notIn version: Set<EnvelopeID>, on machine: Machine
  ) throws -> EnvelopeID {
    let change = try Archive(of: machine.path).changes.first { $0.id == last }
    guard let change, change.isOfTwins else { return last }
    return change.parents.subtracting(version).first ?? last
  }

  private func judge(
    _ result: Result<EntryID?, any Error>, of order: Order, made: Int, hasDied: Bool
  ) throws {
    switch result {
    case .success(let entry):
      trace.note("  \(order.name): \(entry == nil ? "nothing to do" : "saved")")
      guard made == (entry == nil ? 0 : 1) else {
        throw Violation(.durability, "\(order.name) was saved, and \(made) changes are there")
      }
    case .failure(let failure as DeviceFailure):
      trace.note("  \(order.name): \(failure.code), \(made) changes")
      let isExpected = order.refusals.union([.failed, .authentication]).contains(failure.code)
      guard isExpected || hasDied else {
        throw Violation(nil, "\(order.name): \(failure)")
      }
      guard made == 0 || hasDied && made == 1 else {
        throw Violation(.durability, "\(order.name) failed, and \(made) changes are there")
      }
    case .failure(let error):
      throw Violation(unexpected: error, in: order.name)
    }
  }

  /// A command that a person might give now, drawn at random.
  func order(for device: Device, using random: inout SeededGenerator) throws -> Order {
    guard Int.random(in: 0..<8, using: &random) > 0,
      let entry = anyEntry(using: &random), let view = try? device.entry(entry)
    else { return newEntry(using: &random) }
    return self.order(on: view, using: &random)
  }

  /// A command about one entry, drawn at random.
  func order(on view: EntryView, using random: inout SeededGenerator) -> Order {
    switch Int.random(in: 0..<14, using: &random) {
    case 0, 1: return append(to: view, using: &random)
    case 2, 3, 4, 5: return replace(in: view, using: &random)
    case 6: return setTitle(of: view, using: &random)
    case 7: return setMood(of: view, using: &random)
    case 8, 9: return tag(view, using: &random)
    case 10, 11: return untag(view, using: &random)
    case 12: return remove(view)
    default: return view.isDeleted ? restore(view) : replace(in: view, using: &random)
    }
  }

  /// Any entry, and more often than not the first, so that people meet.
  func anyEntry(using random: inout SeededGenerator) -> EntryID? {
    Int.random(in: 0..<5, using: &random) < 3
      ? entries.first : entries.randomElement(using: &random)
  }

  /// A command that means the same whatever is shown when it is given.
  func blindOrder(for device: Device, using random: inout SeededGenerator) -> Order {
    guard Bool.random(using: &random), let entry = anyEntry(using: &random),
      let view = try? device.entry(entry)
    else { return newEntry(using: &random) }
    return Bool.random(using: &random)
      ? append(to: view, using: &random) : setTitle(of: view, using: &random)
  }

  private func newEntry(using random: inout SeededGenerator) -> Order {
    let text = typing.run(using: &random).text
    var edits: [FieldEdit] = [.set(field: "happened", value: text)]
    var effects: [Deed.Effect] = [
      .shown, .text(field: "happened", edit: MarkEdit(from: "", to: text)),
    ]
    if Bool.random(using: &random) {
      let (title, _) = typing.run(using: &random)
      edits.append(.set(field: "title", value: title))
      effects.append(.register(field: "title", value: Typing.kept(title)))
    }
    return Order(name: "new", entry: nil, effects: effects) { [edits] device in
      try device.new(.reflection, edits: edits)
    }
  }

  func edit(
    _ view: EntryView, _ name: String, _ edits: [FieldEdit], _ effects: [Deed.Effect]
  ) -> Order {
    Order(name: name, entry: view.id, effects: effects) { device in
      try device.edit(view.id, edits: edits) ? view.id : nil
    }
  }

  func append(to view: EntryView, using random: inout SeededGenerator) -> Order {
    let text = typing.run(using: &random).text
    return edit(
      view, "append", [.append(field: "happened", text: text)],
      [.text(field: "happened", edit: MarkEdit(from: "", to: text))])
  }

  func replace(in view: EntryView, using random: inout SeededGenerator) -> Order {
    let shown = view.text("happened")
    let text = typing.edited(shown, using: &random)
    return edit(
      view, "replace", [.replace(field: "happened", text: text)],
      [.text(field: "happened", edit: MarkEdit(from: shown, to: text))])
  }

  func setTitle(of view: EntryView, using random: inout SeededGenerator) -> Order {
    let (title, _) = typing.run(using: &random)
    return edit(
      view, "title", [.set(field: "title", value: title)],
      [.register(field: "title", value: Typing.kept(title))])
  }

  func setMood(of view: EntryView, using random: inout SeededGenerator) -> Order {
    let mood = String(Int.random(in: 1...5, using: &random))
    var isShown = false
    if case .register(let shown, let others)? = view.value(of: "mood") {
      isShown = shown == mood && others.isEmpty
    }
    return edit(
      view, "mood", [.set(field: "mood", value: mood)],
      isShown ? [] : [.register(field: "mood", value: mood)])
  }

  func tag(_ view: EntryView, using random: inout SeededGenerator) -> Order {
    let tag = Typing.tags.randomElement(using: &random) ?? Typing.tags[0]
    return edit(
      view, "tag", [.add(field: "tags", value: tag.typed)],
      [.added(field: "tags", element: tag.kept)])
  }

  private func untag(_ view: EntryView, using random: inout SeededGenerator) -> Order {
    guard let tag = view.set("tags").randomElement(using: &random) else {
      return self.tag(view, using: &random)
    }
    return edit(
      view, "untag", [.remove(field: "tags", value: tag)],
      [.removed(field: "tags", element: tag)])
  }

  func remove(_ view: EntryView) -> Order {
    let isDeleted = view.isDeleted
    return Order(name: "rm", entry: view.id, effects: isDeleted ? [] : [.deleted]) { device in
      try device.remove([.entry(view.id)])
      return isDeleted ? nil : view.id
    }
  }

  private func restore(_ view: EntryView) -> Order {
    Order(name: "restore", entry: view.id, effects: [.shown]) { device in
      try device.restore([.entry(view.id)])
      return view.id
    }
  }
}
