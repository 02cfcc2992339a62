internal import ArgumentParser
internal import Synchronization

/// The value of an option, with its place among all such values of the line.
///
/// The parser keeps the order of the values of one option, and loses that between several. It reads
/// a line from left to right, though, so each value counts those that were read before it.
struct PlacedValue: ExpressibleByArgument, Hashable {
  private static let count = Atomic(0)

  /// What was typed.
  let text: String
  /// Its place; it grows from left to right.
  let place: Int

  init(argument: String) {
    text = argument
    place = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
  }
}
