internal import AfterwitJournal

/// An entry with the day under which a format files it.
struct DatedEntry {
  let entry: ShownEntry
  let day: Day
  let time: TimeOfDay?

  /// The order of a journal: by day and time, then by id.
  static func sorted(
    _ entries: [ShownEntry], clocks: any SourceClocks, losses: inout ExportLosses
  ) -> [DatedEntry] {
    var dated: [DatedEntry] = []
    for entry in entries {
      if let day = entry.day {
        dated.append(DatedEntry(entry: entry, day: day, time: entry.time))
      } else if let local = clocks.localTime(Int64(entry.created / 1000), in: nil) {
        losses.count(.dayOfWriting)
        dated.append(DatedEntry(entry: entry, day: local.day, time: local.time))
      }
    }
    return dated.sorted {
      ($0.day, $0.time?.minutes ?? -1, $0.entry.id) < ($1.day, $1.time?.minutes ?? -1, $1.entry.id)
    }
  }
}
