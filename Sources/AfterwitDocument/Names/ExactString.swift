/// A string compared, ordered and hashed by its UTF-8 bytes.
///
/// Swift's own comparison takes canonically equivalent strings for equal; two devices must not
/// take different bytes for the same element.
public struct ExactString: Hashable, Comparable, Sendable {
  /// The string itself.
  public let string: String

  /// Wraps a string.
  public init(_ string: String) {
    self.string = string
  }

  /// Whether the UTF-8 bytes are the same.
  public static func == (left: Self, right: Self) -> Bool {
    // Most strings that differ are told by their lengths, without a look at their bytes.
    left.string.utf8.count == right.string.utf8.count
      && left.withBytes { bytes in right.withBytes { bytes.elementsEqual($0) } }
  }

  /// Orders by the first byte that differs.
  public static func < (left: Self, right: Self) -> Bool {
    left.string.utf8.lexicographicallyPrecedes(right.string.utf8)
  }

  /// Feeds the UTF-8 bytes to a hasher.
  public func hash(into hasher: inout Hasher) {
    withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// Looks at the bytes where they lie; to ask the view for one after another costs ten times as much.
  private func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var string = string
    return string.withUTF8(body)
  }
}
