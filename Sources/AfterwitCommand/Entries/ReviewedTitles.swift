internal import AfterwitDevice
internal import AfterwitDocument
internal import AfterwitJournal

/// The titles of entries with what is under review in them: `I practise every ‹morning | evening›`.
///
/// The versions of a text are read from its history, which takes a millisecond or so, as long as tens
/// of other lines: so only where the words of a line are under review, and for as many as a person looks
/// at together. Lines behind those show what stands, and the mark.
struct ReviewedTitles {
  /// Whose entries they are.
  private let device: Device
  /// In how many further lines places are shown.
  private var left = 50

  /// The titles of entries of a device.
  init(of device: Device) { self.device = device }

  /// The title of an entry with its places; `nil` where none lies in it.
  mutating func title(of entry: EntryView) throws -> String? {
    guard left > 0, !entry.openParts.isEmpty, let kind = entry.kind else { return nil }
    let isTitled = entry.register(.title) != nil
    let name = isTitled ? CodedField.title.rawValue : kind.defaultField.name.string
    guard entry.openParts.contains(where: { $0.field.name == ExactString(name) }) else {
      return nil
    }
    left -= 1
    let title = entry.title
    return try device.reviews(in: entry.id).lazy
      .filter { $0.element == nil && $0.field == name }
      .compactMap { ReviewedText($0, titled: title)?.text }.first
  }
}
