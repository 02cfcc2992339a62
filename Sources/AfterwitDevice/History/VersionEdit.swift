internal import AfterwitDocument
public import AfterwitEncoding
internal import AfterwitText

/// What a change did to one field of an entry, or to the entry as such.
public struct VersionEdit: Hashable, Sendable {
  /// What was done.
  public enum Deed: Hashable, Sendable {
    /// Words of a text were written or taken out.
    case wrote
    /// A review of a text was decided, perhaps with other words.
    case decided
    /// What two machines had written alike was kept once.
    case united
    /// A value was set; an empty one cleared it.
    case set(String)
    /// Elements of a set.
    case elements(added: [String], removed: [String])
    /// So much was counted.
    case counted(Int)
    /// Items of a list.
    case items(added: [ElementID], removed: [ElementID], restored: [ElementID], moved: [ElementID])
    /// The entry was removed.
    case removed
    /// The entry was brought back.
    case restored
    /// The changes of these versions were taken back.
    case undone([Int])
    /// Something that this version of the program does not understand.
    case unknown
  }

  /// The field or list of the entry; `nil` where it is about the entry as such.
  public let field: String?
  /// The item of the list whose field it is about.
  public let item: ElementID?
  /// The field of the item.
  public let itemField: String?
  /// What was done.
  public let deed: Deed
}

extension VersionEdit {
  /// What a block of a change did.
  init(_ block: Change.Block) {
    let key = block.key
    field = key.field == .presence ? nil : key.entryField.name.string
    item = key.element?.id
    itemField = key.element.map { _ in key.field.name.string }
    deed = Deed(block.operations)
  }

  /// That changes were taken back.
  init(undoing numbers: [Int]) {
    (field, item, itemField) = (nil, nil, nil)
    deed = .undone(numbers)
  }

  /// Whether it is about an element, or its list moved, took or lost it.
  func isAbout(_ element: ListElement) -> Bool {
    if let item { return item == element.id }
    guard case .items(let added, let removed, let restored, let moved) = deed else { return false }
    return field == element.list.name.string
      && (added + removed + restored + moved).contains(element.id)
  }
}

extension VersionEdit.Deed {
  fileprivate init(_ operations: Operations) {
    switch operations {
    case .text(let operations):
      let isAnswer = operations.contains { if case .answer = $0 { true } else { false } }
      self = operations.contains(.same) ? .united : isAnswer ? .decided : .wrote
    case .register(let value): self = .set(value)
    case .set(let added, let removed):
      self = .elements(added: added.map(\.string), removed: removed.map(\.string))
    case .counter(let amount): self = .counted(amount)
    case .list(let edits):
      let puts = { isMove in edits.puts.filter { $0.isMove == isMove }.flatMap(\.elements) }
      self = .items(
        added: puts(false), removed: edits.removed, restored: edits.restored, moved: puts(true))
    case .presence(.deleted): self = .removed
    case .presence(.restored): self = .restored
    case .undo, .unknown: self = .unknown
    }
  }
}
