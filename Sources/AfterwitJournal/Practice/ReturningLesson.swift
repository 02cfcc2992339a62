internal import AfterwitDocument

/// A lesson that comes back after a while.
public struct ReturningLesson: Hashable, Sendable {
  /// After how many days a lesson comes back.
  public static let intervals = [3, 10, 30, 90]

  /// The reflection.
  public let entry: EntryView
  /// How many days ago it was.
  public let days: Int

  /// The lesson of a reflection, as it comes back so many days later.
  public init(of entry: EntryView, days: Int) {
    self.entry = entry
    self.days = days
  }

  /// The first paragraph of the lesson.
  public var words: String { EntryView.firstLine(of: entry.text(.lesson)) }
}
