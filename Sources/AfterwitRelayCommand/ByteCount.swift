/// A number of bytes as an operator types and reads it.
struct ByteCount: Equatable {
  private static let units: [(name: Character, shift: UInt64)] = [("K", 10), ("M", 20), ("G", 30)]

  /// The bytes.
  let value: UInt64

  /// A given number.
  init(_ value: UInt64) {
    self.value = value
  }

  /// Reads a number, perhaps with K, M or G behind it: 1024, its square and its cube.
  init?(_ text: String) {
    var digits = text[...]
    var shift: UInt64 = 0
    if let last = digits.last, let unit = Self.units.first(where: { $0.name == last }) {
      digits.removeLast()
      shift = unit.shift
    }
    guard let number = UInt64(digits), number <= UInt64.max >> shift else { return nil }
    value = number << shift
  }

  /// The number with one decimal and its unit, rounded down.
  var text: String {
    guard let unit = Self.units.last(where: { value >> $0.shift > 0 }) else { return "\(value)" }
    let whole = value >> unit.shift
    let tenth = ((value - whole << unit.shift) * 10) >> unit.shift
    return "\(whole).\(tenth)\(unit.name)"
  }
}
