internal import AfterwitWire

/// A page being filled: it takes envelopes while they fit, and always the first.
package struct PageFill: Sendable {
  /// The envelopes taken.
  package private(set) var envelopes: [[UInt8]] = []
  /// The first envelope that did not fit.
  package private(set) var left: [UInt8]?
  private var room: Int

  /// An empty page of at most `byteCount` bytes, each envelope with its length.
  package init(byteCount: Int = Limits.page) {
    room = byteCount
  }

  /// Takes an envelope if it fits; after the first refusal the page is full.
  package mutating func take(_ envelope: [UInt8]) -> Bool {
    let length = Page.byteCount(of: envelope)
    guard left == nil, envelopes.isEmpty || (length <= room && envelopes.count < Limits.pageCount)
    else {
      left = left ?? envelope
      return false
    }
    room -= length
    envelopes.append(envelope)
    return true
  }
}
