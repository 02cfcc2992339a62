internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitJournal

/// The titles of entries with what is under review in them: `I practise every ‹morning | evening›`.
///
/// The versions of a text are read from its history, so only where the words of the line themselves
/// are under review.
struct ReviewedTitles {
  /// Whose entries they are.
  let device: Device

  /// The title of an entry with its places; `nil` where none lies in it.
  func title(of entry: EntryView) throws -> String? {
    guard !entry.openParts.isEmpty, let kind = entry.kind else { return nil }
    let isTitled = entry.register(.title) != nil
    let name = isTitled ? CodedField.title.rawValue : kind.defaultField.name.string
    guard entry.openParts.contains(where: { $0.field.name == ExactString(name) }) else {
      return nil
    }
    let title = entry.title
    return try device.reviews(in: entry.id).lazy
      .filter { $0.element == nil && $0.field == name }
      .compactMap { ReviewedText($0, titled: title)?.text }.first
  }
}
