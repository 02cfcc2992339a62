import AfterwitDocument

extension Operations {
  /// Whether they do more than to move elements.
  var isMoreThanMoves: Bool {
    guard case .list(let edits) = self else { return true }
    return !edits.removed.isEmpty || !edits.restored.isEmpty
      || edits.puts.contains { !$0.isMove }
  }
}
