internal import AfterwitDocument
internal import AfterwitEncoding

// A command whose operations do not fit one change makes several. Each says so in the journal's own
// field `command`: what names the command, and its number among those of it. Who takes one back takes
// back all (Protocol/10-exchange, "Commands of several changes").

/// Which command a change is part of.
struct CommandMark: Hashable {
  /// What names the command: 20 hexadecimal digits.
  let name: String
  /// The number of the change, from 0.
  let number: Int

  /// The mark of a change of a command.
  init(name: String, number: Int) {
    self.name = name
    self.number = number
  }

  /// The mark that a change carries; `nil` where it is all of its command.
  init?(_ change: Change) {
    guard case .register(let value)? = change.operations(on: Self.key) else { return nil }
    let parts = value.split(separator: " ")
    guard parts.count == 2, let number = Int(parts[1]) else { return nil }
    self.init(name: String(parts[0]), number: number)
  }

  /// The block that carries the mark.
  var block: Change.Block {
    Change.Block(key: Self.key, operations: .register("\(name) \(number)"))
  }

  /// Where a change says which command it is part of.
  private static let key = FieldKey(
    entry: .journal, field: FieldName("command", family: .register))
}

extension CommandMark {
  /// The block of a change that no command made: a device wrote it by itself.
  static let unattended = Change.Block(key: key, operations: .register("unattended"))

  /// Whether a change says that no command made it.
  static func isUnattended(_ change: Change) -> Bool {
    change.operations(on: key) == unattended.operations
  }
}
