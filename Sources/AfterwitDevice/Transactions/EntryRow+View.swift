internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitWire

extension EntryRow {
  /// What the store keeps of a view.
  init(_ view: EntryView) {
    let bytes = view.canonicalBytes
    assert(
      (try? EntryView(canonicalBytes: bytes, created: view.created, modified: view.modified))
        == view, "a view is read back as it was put")
    self.init(
      id: view.id, kind: view.kindName, created: view.created, modified: view.modified,
      day: view.eventDay?.description, due: view.dueDays.first?.description,
      isDeleted: view.isDeleted, isPrivate: view.isPrivate,
      reviews: view.openPartCount, view: bytes, hash: Domain.view.hash(bytes),
      facets: view.facets.map { Facet($0.facet, $0.value) }, words: view.words)
  }
}
