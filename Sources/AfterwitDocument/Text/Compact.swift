/// An integer kept in 32 bits, for tables where the processor's cache decides; others trap.
@propertyWrapper
struct Compact: Hashable, Sendable {
  private var bits: Int32

  /// Keeps a number.
  init(wrappedValue: Int) {
    bits = Int32(wrappedValue)
  }

  /// The number.
  var wrappedValue: Int {
    get { Int(bits) }
    set { bits = Int32(newValue) }
  }
}
