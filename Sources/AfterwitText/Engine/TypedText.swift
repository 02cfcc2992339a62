// All scalars that were ever inserted, by their numbers: what an event typed is a stretch of them. A
// history that was read from its stored form has them in another shape, the text that stands and
// behind it what was deleted, the last deletion first; who only goes on writing never asks for them,
// so they are put in order when somebody asks.

/// What was inserted by all events, in their order.
package struct TypedText: Sendable {
  /// How many scalars were inserted before those of ``recent``.
  private var earlierCount = 0
  private var earlier: EarlierText?
  private var recent = ScalarBuffer()

  /// Nothing typed yet.
  init() {}

  /// Begins with what a stored history holds.
  package init(_ earlier: EarlierText, count: Int) {
    self.earlier = earlier
    earlierCount = count
  }

  /// Begins with these scalars.
  package init(_ recent: ScalarBuffer) {
    self.recent = recent
  }

  /// Adds scalars of another text's.
  mutating func append(_ range: Range<Int>, of other: TypedText) {
    other.insert(range, into: &recent, at: recent.count)
  }

  /// Appends the UTF-8 of all scalars.
  package func appendUTF8(to bytes: inout [UInt8]) {
    if let earlier { earlier.typed.appendUTF8(of: 0..<earlierCount, to: &bytes) }
    recent.appendUTF8(of: 0..<recent.count, to: &bytes)
  }

  /// Adds a text.
  /// - Returns: How many scalars it has.
  @discardableResult
  mutating func append(_ text: String) -> Int {
    recent.insert(text, at: recent.count)
  }

  /// Adds a text of so many scalars.
  mutating func append(_ text: String, count: Int) {
    recent.insert(text, count: count, at: recent.count)
  }

  /// Adds a scalar.
  mutating func append(_ scalar: Unicode.Scalar) {
    recent.insert(scalar, at: recent.count)
  }

  /// A stretch of what was inserted.
  func text(in range: Range<Int>) -> String {
    if range.lowerBound >= earlierCount {
      return recent.text(in: range.lowerBound - earlierCount..<range.upperBound - earlierCount)
    }
    let early = earlier?.typed.text(in: range.clamped(to: 0..<earlierCount)) ?? ""
    guard range.upperBound > earlierCount else { return early }
    return early + recent.text(in: 0..<range.upperBound - earlierCount)
  }

  /// Puts a stretch of what was inserted into a text.
  package func insert(_ range: Range<Int>, into buffer: inout ScalarBuffer, at position: Int) {
    let early = range.clamped(to: 0..<earlierCount)
    if let earlier, !early.isEmpty { buffer.insert(early, of: earlier.typed, at: position) }
    let late = range.clamped(to: earlierCount..<max(earlierCount, range.upperBound))
    guard !late.isEmpty else { return }
    buffer.insert(
      late.lowerBound - earlierCount..<late.upperBound - earlierCount, of: recent,
      at: position + early.count)
  }

  /// A patch as an operation.
  func operation(of patch: TextPatch) -> TextOperation {
    patch.typed.map { .insert(position: patch.position, text: text(in: $0)) }
      ?? .delete(position: patch.position, count: patch.count)
  }
}
