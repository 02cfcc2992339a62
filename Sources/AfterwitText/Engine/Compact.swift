/// An integer kept in 32 bits, for tables where the processor's cache decides; others trap.
@propertyWrapper
package struct Compact: BitwiseCopyable, Hashable, Sendable {
  private var bits: Int32

  /// Keeps a number.
  package init(wrappedValue: Int) {
    bits = Int32(wrappedValue)
  }

  /// The number.
  package var wrappedValue: Int {
    get { Int(bits) }
    set { bits = Int32(newValue) }
  }
}
