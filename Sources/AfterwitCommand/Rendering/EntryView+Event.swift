internal import AfterwitDocument
internal import AfterwitJournal

extension EntryView {
  /// A title that stands for an event is cut beyond this many columns.
  private static let nameWidth = 40

  /// What the entry tells of, in a few words: whom the event was with and its stage, or the title.
  var eventName: String {
    let names = [organisation, register(.stage) ?? register(.role)].compactMap(\.self)
    let name = Escaping.oneLine(organisation == nil ? title : names.joined(separator: ", "))
    return name.isEmpty
      ? register(.occasion) ?? kindName : name.cut(toColumns: Self.nameWidth)
  }

  /// Whom the event was with, or the title where no organisation is known.
  var eventHost: String {
    organisation.map { Escaping.oneLine($0).cut(toColumns: Self.nameWidth) } ?? eventName
  }
}
