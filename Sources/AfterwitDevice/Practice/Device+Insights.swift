internal import AfterwitCausality
public import AfterwitJournal

extension Device {
  /// What the journal tells when it is looked at from afar; private entries are left out.
  public func insights() throws(DeviceFailure) -> Insights {
    let entries = try entries(of: .reflection) + entries(of: .goal)
    return Insights(
      of: entries, now: environment.now, firstWeekday: environment.firstWeekday
    ) { entry in
      environment.localTime(entry.created.milliseconds).day
    }
  }

  private func entries(of kind: Kind) throws(DeviceFailure) -> [EntryView] {
    try list(ListFilter(EntryFilter(.kind(kind)), includesPrivate: false, order: .written))
      .map(\.entry)
  }
}
