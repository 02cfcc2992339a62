internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal

extension Device {
  /// The entries to change that typed ids name, each once; fails if one of the ids names no entry.
  func entryIDs(toChange typed: [String]) throws(DeviceFailure) -> [EntryID] {
    var ids: [EntryID] = []
    for text in typed {
      let id = try entryID(toChange: text)
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// The ids of the open reviews of an entry, one for each open part.
  func openReviewIDs(of entry: EntryView) throws(DeviceFailure) -> [ReviewID] {
    entry.openPartCount == 0 ? [] : try openReviewIDs(in: entry.id)
  }
}
