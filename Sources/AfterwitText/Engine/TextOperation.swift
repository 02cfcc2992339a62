/// One edit of a text; positions and counts are in Unicode scalars.
///
/// The operations of one change apply one after another: each position counts in the text that the
/// operations before it left.
public enum TextOperation: Hashable, Sendable {
  /// Puts text before the scalar at a position, or at the end.
  case insert(position: Int, text: String)
  /// Takes out the scalars that begin at a position.
  case delete(position: Int, count: Int)
  /// Says that a person decided about these hunks, ascending; changes no text.
  case answer([HunkID])
  /// Says that the change takes out what two devices wrote alike; changes no text itself.
  case same
}

/// An operation whose position or count lies outside the text that it was made on.
public struct TextMisfit: Error, Hashable, Sendable {
  /// The place of the operation among those of its change, from 0.
  public let operation: Int

  /// Names the operation that does not fit.
  public init(operation: Int) {
    self.operation = operation
  }
}

extension TextMisfit {
  /// Checks that operations fit, one after another, a text of the given length in scalars.
  package static func check(_ operations: [TextOperation], length: Int) throws(TextMisfit) {
    var length = length
    for (place, operation) in operations.enumerated() {
      switch operation {
      case .insert(let position, let text):
        guard 0 <= position, position <= length else { throw TextMisfit(operation: place) }
        length += text.scalarCount
      case .delete(let position, let count):
        guard 0 <= position, position <= length, 0 <= count, count <= length - position else {
          throw TextMisfit(operation: place)
        }
        length -= count
      case .answer, .same: break
      }
    }
  }
}

extension TextOperation {
  /// Whether a person decided about hunks by it.
  var isAnswer: Bool { if case .answer = self { true } else { false } }

  /// Whether the operation inserts or deletes nothing.
  var isEmpty: Bool {
    switch self {
    case .insert(_, let text): text.isEmpty
    case .delete(_, let count): count == 0
    case .answer, .same: true
    }
  }
}
