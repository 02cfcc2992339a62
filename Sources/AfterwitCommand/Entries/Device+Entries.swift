internal import AfterwitDevice
internal import AfterwitEncoding
internal import AfterwitJournal

extension Device {
  /// The entries that typed ids name, each once; fails if one of the ids names no entry.
  func entryIDs(_ typed: [String]) throws(DeviceFailure) -> [EntryID] {
    var ids: [EntryID] = []
    for text in typed {
      let id = try entryID(text)
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// The ids of the open reviews of an entry, one for each open part.
  func openReviewIDs(of entry: EntryView) throws(DeviceFailure) -> [ReviewID] {
    entry.openParts.isEmpty ? [] : try openReviewIDs(in: entry.id)
  }
}
