internal import AfterwitDocument
internal import AfterwitText

/// What a change did, in the words of the commands.
public enum ChangeVerb: String, Hashable, Sendable {
  case new, edit, tag, untag, rm, restore, resolve, add, done, move, recite, undo, redo

  /// - Parameters:
  ///   - redoes: whether all that it takes back are changes that take others back.
  ///   - decides: whether all that it does decides reviews of values or deletions; of texts its
  ///     operations tell.
  init(_ change: Change, redoes: Bool = false, decides: Bool = false) {
    let operations = change.blocks.map(\.operations)
    if change.undone != nil {
      self = redoes ? .redo : .undo
    } else if decides || operations.contains(where: \.answers) {
      self = .resolve
    } else if change.blocks.contains(where: { $0.key.field == .kind && $0.key.element == nil }) {
      self = .new
    } else if operations.contains(where: \.removes) {
      self = .rm
    } else if operations.contains(where: \.restores) {
      self = .restore
    } else if operations.contains(where: \.inserts) {
      self = .add
    } else {
      let verbs = Set(change.blocks.map(Self.alone))
      self = verbs.count == 1 ? verbs.first ?? .edit : .edit
    }
  }

  /// What a change did whose blocks are all like this one.
  private static func alone(_ block: Change.Block) -> ChangeVerb {
    switch block.operations {
    case .set(_, let removed) where block.key.field == FieldName(.tags):
      removed.isEmpty ? .tag : .untag
    case .list: .move
    case .counter where block.key.field == FieldName(.recited): .recite
    case .register
    where block.key.element != nil && block.key.field == FieldName(ofElement: .done):
      .done
    case .text, .register, .counter, .set, .presence, .undo, .unknown: .edit
    }
  }
}

extension Operations {
  fileprivate var answers: Bool {
    guard case .text(let operations) = self else { return false }
    return operations.contains { if case .answer = $0 { true } else { false } }
  }

  fileprivate var removes: Bool {
    switch self {
    case .presence(let mark): mark == .deleted
    case .list(let edits): !edits.removed.isEmpty
    case .text, .register, .set, .counter, .undo, .unknown: false
    }
  }

  fileprivate var restores: Bool {
    switch self {
    case .presence(let mark): mark == .restored
    case .list(let edits): !edits.restored.isEmpty
    case .text, .register, .set, .counter, .undo, .unknown: false
    }
  }

  fileprivate var inserts: Bool {
    guard case .list(let edits) = self else { return false }
    return edits.puts.contains { !$0.isMove }
  }
}
