internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

extension Facet {
  /// A facet of an entry's view, as the store keeps it.
  init(_ facet: EntryFacet, _ value: String) {
    self.init(name: facet.rawValue, value: value)
  }

  /// The name of the facet by which the entry of an open review is found.
  static let review = "review"

  /// An open review of an entry.
  init(_ review: ReviewID) {
    self.init(name: Self.review, value: review.text)
  }
}
