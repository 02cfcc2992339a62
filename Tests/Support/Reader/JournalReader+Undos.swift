extension JournalReader {
  /// The changes that are taken back by one that is not taken back itself (AW-DOC-47).
  func findVoid() -> Set<Int> {
    let undos = changes.indices.filter {
      changes[$0].hasEffect && changes[$0].change?.undone != nil && changes[$0].aside.isEmpty
    }
    func isVoid(_ place: Int) -> Bool {
      undos.contains { undo in
        takesBack(undo, place) && (departs(.redoIgnored) || !isVoid(undo))
      }
    }
    return departs(.undoIgnored) ? [] : Set(changes.indices.filter(isVoid))
  }

  /// Whether a change names another one for which its name counts: one that it was made on.
  func takesBack(_ undo: Int, _ place: Int) -> Bool {
    let isSeen =
      changes[undo].ancestors.contains(place) || departs(.anyNameCounts) && undo != place
    return isSeen && changes[undo].change?.undone?.contains(changes[place].envelope.id) ?? false
  }
}
