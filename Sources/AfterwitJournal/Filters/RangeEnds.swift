/// The two ends of a range as it is typed: `2..4`, `..2`, `4..`, or one value that is both.
struct RangeEnds {
  /// What stands before the dots; `nil` where nothing does.
  let first: String?
  /// What stands behind the dots; `nil` where nothing does.
  let last: String?

  /// Reads what was typed.
  init(_ typed: String) {
    let bytes = Array(typed.utf8)
    let dot = UInt8(ascii: ".")
    let place = bytes.indices.dropLast().first { bytes[$0] == dot && bytes[$0 + 1] == dot }
    guard let place else {
      (first, last) = (typed, typed)
      return
    }
    let head = String(decoding: bytes[..<place], as: UTF8.self)
    let tail = String(decoding: bytes[(place + 2)...], as: UTF8.self)
    (first, last) = (head.isEmpty ? nil : head, tail.isEmpty ? nil : tail)
  }
}
