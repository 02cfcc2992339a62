internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal

extension Device {
  /// What typed ids name to be changed, each once; fails if one of the ids names nothing.
  func subjects(toChange typed: [String]) throws(DeviceFailure) -> [Subject] {
    var subjects: [Subject] = []
    for text in typed {
      let subject = try subject(toChange: text)
      if !subjects.contains(subject) { subjects.append(subject) }
    }
    return subjects
  }

  /// The ids of the open reviews of an entry, one for each open part.
  func openReviewIDs(of entry: EntryView) throws(DeviceFailure) -> [ReviewID] {
    entry.openPartCount == 0 ? [] : try openReviewIDs(in: entry.id)
  }
}
