/// A way to break one rule of a reader, to prove that each rule matters.
public enum ReaderDeparture: CaseIterable, Sendable {
  /// The envelope before is no parent, whatever the flag says.
  case flagIgnored
  /// What waits counts as held.
  case waitingHeld
  /// An envelope of an unknown kind is not held.
  case unknownKindRefused
  /// A change without effect has no place: what was made on it waits.
  case effectlessPlaceless
  /// A change that does not fit keeps its effect on other fields.
  case unfitInPart
  /// What was made on an operation that is not understood counts.
  case asideIgnored
  /// A change of which an operation is set aside has no effect on other fields either.
  case asideWhole
  /// The value of the greatest envelope is shown, whatever the clocks say.
  case valueByEnvelope
  /// The value that was written first is shown.
  case valueByLeastTimestamp
  /// Of values at one time that of the least envelope is shown.
  case tieToLeastEnvelope
  /// The values beside the one shown stand in the order of their writes.
  case othersUnsorted
  /// A removal takes out what was added beside it.
  case removalWins
  /// A deletion hides an entry, whatever was edited beside it.
  case deletionWins
  /// Taking out a twin touches the entry.
  case sameTouches
  /// An operation of presence that is not understood touches nothing.
  case strangeMarkIgnored
  /// A hidden entry asks.
  case hiddenAsks
  /// The journal's own entry is one like others.
  case journalShown
  /// An entry was created at the least timestamp of all that touched it.
  case createdByClock
  /// An entry was modified at the greatest timestamp of all that touched it.
  case modifiedByClock
  /// The digest goes from the last entry to the first.
  case digestReversed
  /// The digest leaves out entries that are hidden.
  case digestOfShown
  /// A device whose name was cleared has an empty one.
  case emptyName
  /// The register `kind` is among the fields.
  case kindAmongFields
  /// A cleared register beside no other value is a field that shows something.
  case clearedShown
  /// A text is shown as the changes give it.
  case nothingWoven
  /// Whoever moves an element touches it, and its entry.
  case moveTouches
  /// An element stands where it was put first, of the places that nobody has put it on from.
  case placeByLeast
  /// A list shows what was removed.
  case removedShown
  /// A counter shows the most that one change has counted.
  case greatestCounted
  /// The parts of a view stand in the order of their kinds.
  case partsByKind
  /// Nothing is ever taken back.
  case undoIgnored
  /// What takes a change back cannot be taken back.
  case redoIgnored
  /// A name counts that its author had not seen.
  case anyNameCounts
  /// What takes changes back is set aside where a form of it that is not understood came before.
  case undoSetAside
  /// What is void counts among what touched an entry.
  case voidTouches
  /// Elements stand where void changes have put them.
  case voidPlacesStand
  /// An element that void changes alone have put in stands nowhere.
  case voidPlacesGone
}
