/// Bytes that are ordered as unsigned integers of one byte each (AW-ENC-9, AW-DOC-13).
struct Bytes: Hashable, Comparable {
  let array: [UInt8]

  init(_ bytes: some Sequence<UInt8>) { array = Array(bytes) }

  init(_ text: String) { array = Array(text.utf8) }

  /// The text, where the bytes are of one.
  var text: String { String(decoding: array, as: UTF8.self) }

  static func < (left: Bytes, right: Bytes) -> Bool {
    left.array.lexicographicallyPrecedes(right.array)
  }
}
