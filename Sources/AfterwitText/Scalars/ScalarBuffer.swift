// A text as UTF-8 in pages. Everybody's positions count scalars, and in UTF-8 a scalar is one to four
// bytes; so each page knows how many scalars come before it, and only within a page is anything
// counted, sixteen bytes at once, or not at all where a page has as many bytes as scalars. What is
// stored as UTF-8 is taken over and given out as it is, and every script costs much the same.
//
// One page is open: its bytes lie at both ends of its slot, and between them is a gap, at the place of
// the last edit. People edit where they edited last, so most edits fill or widen the gap and touch
// nothing else. An edit elsewhere in the page moves the gap; one on another page closes this page,
// its bytes in a row at the start of the slot, and opens that one. A page that is full is divided at
// the gap; one that became small joins its neighbour.
//
// Invariant: the text is what the pages hold, in their order; each holds whole scalars. `start` of a
// page is the number of scalars before it; those of the pages behind the open one lag, all by as much
// as the text has grown since, and catch up when the way to another page to open goes past them.
//
// Cost: an edit where the last one was costs its own length; elsewhere, a page's bytes and the pages
// on the way. Finding a position: O(log *pages*), and a page's bytes where they are not ASCII.

/// A text in Unicode scalars that is cheap to edit, and cheapest near the last edit.
package struct ScalarBuffer: Sendable {
  /// Some of the text: whole scalars in a slot.
  struct Page: Sendable {
    /// How many scalars of the text come before it.
    var start: Int
    var slot: Int
    /// Means nothing while the page is open.
    var byteCount = 0
  }

  private static let emptyPages = [Page(start: 0, slot: 0)]

  var memory = PageMemory()
  /// At least one, in the order of the text.
  var pages = Self.emptyPages
  /// Which page is open.
  var open = 0
  /// The places in memory of its slot.
  var slot = 0..<0
  /// The gap begins and ends at these places.
  var (gapStart, gapEnd) = (0, 0)
  /// How many scalars come before the gap.
  var gapPosition = 0
  /// How many scalars the pages before and behind the open one have.
  var (before, behind) = (0, 0)
  /// The number of scalars.
  package internal(set) var count = 0

  /// The empty text.
  package init() {}

  /// Holds the scalars of a text, the gap at its end.
  init(_ text: String) {
    insert(text, at: 0)
  }

  /// Holds the scalars of some UTF-8; `nil` where it is ill-formed.
  package init?(utf8 bytes: ArraySlice<UInt8>) {
    let isWellFormed = bytes.withUnsafeBufferPointer { bytes in
      let isASCII = bytes.isASCII
      guard isASCII || bytes.isWellFormed else { return false }
      let pieces = bytes.pieces(ofBytes: PageMemory.slotSize)
      pages = pieces.enumerated().map { place, piece in
        let page = Page(start: count, slot: place, byteCount: piece.count)
        count += isASCII ? piece.count : piece.scalarCount
        return page
      }
      memory = PageMemory(pieces)
      return true
    }
    guard isWellFormed else { return nil }
    openPage(pages.count - 1)
  }

  /// The number of scalars of some UTF-8; `nil` where it is ill-formed.
  package static func count(ofUTF8 bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBufferPointer { $0.isWellFormed ? $0.scalarCount : nil }
  }

  /// The text.
  /// - Complexity: O(*count*).
  var text: String { text(in: 0..<count) }
}
