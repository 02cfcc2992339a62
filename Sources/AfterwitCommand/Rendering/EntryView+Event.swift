internal import AfterwitDocument
internal import AfterwitJournal

extension EntryView {
  /// What the entry tells of, in a few words: whom the event was with and its stage, or the title.
  var eventName: String {
    let names = [organisation, register(.stage) ?? register(.role)].compactMap(\.self)
    let name = organisation == nil ? title : names.joined(separator: ", ")
    return name.isEmpty ? register(.occasion) ?? kindName : Escaping.oneLine(name)
  }

  /// Whom the event was with, or the title where no organisation is known.
  var eventHost: String { organisation.map { Escaping.oneLine($0) } ?? eventName }
}
