internal import AfterwitDocument
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitWire

extension EntryRow {
  /// What the store keeps of a view, and of the open parts in it.
  init(_ view: EntryView, partLines: [PartLine]) {
    let bytes = view.canonicalBytes
    assert(
      (try? EntryView(canonicalBytes: bytes, created: view.created, modified: view.modified))
        == view, "a view is read back as it was put")
    self.init(
      id: view.id, created: view.created, modified: view.modified, traits: EntryTraits(view),
      view: bytes, hash: Domain.view.hash(bytes),
      facets: view.facets.map { Facet($0.facet, $0.value) }
        + view.openReviews.map { Facet($0.key.id) }, words: view.words,
      partLines: partLines.map(\.bytes))
  }
}

extension EntryTraits {
  /// What lists choose an entry by.
  fileprivate init(_ view: EntryView) {
    self.init(
      kind: view.kindName, day: view.eventDay?.description, due: Self.ends(of: view.dueDays),
      isDeleted: view.isDeleted, isPrivate: view.isPrivate, isStarred: view.isStarred,
      reviews: view.openPartCount, mood: view.mood, occasion: view.choice(.occasion),
      state: view.choice(.state))
  }

  private static func ends(of days: [Day]) -> ClosedRange<String>? {
    guard let first = days.first, let last = days.last else { return nil }
    return first.description...last.description
  }
}
