extension Draft {
  /// The same, where a person must be asked.
  func asking(_ place: Place) -> Draft {
    var draft = self
    (draft.verdict, draft.place) = (.ask, place)
    return draft
  }

  /// The same, where a person may be asked, or not.
  func either(_ place: Place) -> Draft {
    var draft = self
    (draft.verdict, draft.place) = (.either, place)
    return draft
  }

  /// The same, where only some merges are right: edits of the base, one after another.
  func accepting(_ merges: [[Edit]]) -> Draft {
    var draft = self
    (draft.alsoAccepted, draft.acceptsBothOrders) = (merges, false)
    return draft
  }

  /// The same, or the two machines in each other's place.
  func tossed(_ writer: inout Writer) -> Draft {
    guard writer.chance(oneIn: 2) else { return self }
    var draft = self
    (draft.mine, draft.theirs) = (theirs, mine)
    if case .kept(let keeper) = place { draft.place = .kept(by: keeper == .mine ? .theirs : .mine) }
    return draft
  }
}
