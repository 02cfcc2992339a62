internal import AfterwitJournal
internal import AfterwitStore

extension Facet {
  /// A facet of an entry's view, as the store keeps it.
  init(_ facet: EntryFacet, _ value: String) {
    self.init(name: facet.rawValue, value: value)
  }
}
