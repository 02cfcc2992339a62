/// A command that people type every day, read without the parser (see `PlainArguments`).
enum PlainCommand: Hashable {
  case new(NewAction)
  case list(ListAction)
  case find(FindAction)
  case sync(SyncAction)

  /// Reads a line that begins with its verb; `nil` for other verbs and for a line that is not
  /// plain.
  init?(_ arguments: [String]) {
    let rest = arguments.dropFirst()
    let command: PlainCommand? =
      switch arguments.first {
      case "new": NewAction(plain: rest).map(Self.new)
      case "note": NewAction(plainNote: rest).map(Self.new)
      case "list": ListAction(plain: rest).map(Self.list)
      case "find": FindAction(plain: rest).map(Self.find)
      case "sync": SyncAction(plain: rest).map(Self.sync)
      default: nil
      }
    guard let command else { return nil }
    self = command
  }
}
