/// A command of every day, read without the parser.
enum PlainCommand: Hashable {
  case new(NewAction)
  case list(ListAction)
  case find(FindAction)
  case sync(SyncAction)

  /// Reads a line, its verb first; `nil` for any other verb, and where the line is not plain.
  init?(_ arguments: [String]) {
    let rest = arguments.dropFirst()
    let command: PlainCommand? =
      switch arguments.first {
      case "new": NewAction(plain: rest).map(Self.new)
      case "list": ListAction(plain: rest).map(Self.list)
      case "find": FindAction(plain: rest).map(Self.find)
      case "sync": SyncAction(plain: rest).map(Self.sync)
      default: nil
      }
    guard let command else { return nil }
    self = command
  }
}
