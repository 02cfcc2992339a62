/// A command that people type every day, read without the parser (see `PlainArguments`).
enum PlainCommand: Hashable {
  case new(NewAction)
  case list(ListAction)
  case find(FindAction)
  case sync(SyncAction)
  case history(HistoryAction)
  case why(WhyAction)
  case undo(UndoAction)
  case review(ReviewOverviewAction)
  case resolve(ReviewResolveAction)

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
      case "history": HistoryAction(plain: rest).map(Self.history)
      case "why": WhyAction(plain: rest).map(Self.why)
      case "undo": UndoAction(plain: rest).map(Self.undo)
      case "redo": UndoAction(plainRedo: rest).map(Self.undo)
      case "review" where rest.first == "resolve":
        ReviewResolveAction(plain: rest.dropFirst()).map(Self.resolve)
      case "review": ReviewOverviewAction(plain: rest).map(Self.review)
      default: nil
      }
    guard let command else { return nil }
    self = command
  }
}
