public import AfterwitDocument

/// Something that is to be done: an open follow-up of a reflection, or an active goal with a day.
public struct DueItem: Hashable, Sendable {
  /// The entry that it is in, or the goal.
  public let entry: EntryView
  /// The follow-up; `nil` for a goal.
  public let element: ElementView?
  /// The day by which it is to be done, where one was given.
  public let day: Day?

  /// The open follow-ups of a reflection, in their order.
  static func open(in entry: EntryView) -> [DueItem] {
    entry.list(.followUps).filter { !$0.isDone }.map { element in
      DueItem(
        entry: entry, element: element, day: Day(element.words(of: FieldName(ofElement: .due))))
    }
  }

  /// What is due in an entry until a day, in its order.
  static func due(in entry: EntryView, through last: Day) -> [DueItem] {
    let all =
      entry.kind == .goal
      ? [DueItem(entry: entry, element: nil, day: entry.register(.due).flatMap { Day($0) })]
      : open(in: entry)
    return all.filter { $0.day.map { $0 <= last } ?? false }
  }

  /// What it is, in the person's words.
  public var title: String {
    guard let element else { return entry.title }
    return EntryView.firstLine(of: element.words(of: FieldName(ofElement: .what)))
  }
}
