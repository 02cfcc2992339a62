import AfterwitMeter
import Foundation

/// Measures work, and prints each fact as one line of JSON in the form of the peers' harnesses.
struct Meter {
  let trace: String
  let runs: Int

  init(trace: String) {
    self.trace = trace
    runs = ProcessInfo.processInfo.environment["RUNS"].flatMap(Int.init) ?? 9
  }

  /// Prints a fact.
  func print(_ metric: String, _ value: Double, _ more: [(String, String)] = []) {
    let fields =
      [("peer", "\"afterwit\""), ("trace", "\"\(trace)\""), ("metric", "\"\(metric)\"")]
      + [("value", Self.number(value))] + more
    Swift.print("{" + fields.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}")
  }

  /// Runs work several times and prints the median of its wall clock and of its CPU time, in ms.
  @discardableResult
  func time<Result>(
    _ metric: String, format: String? = nil, _ work: () throws -> Result
  ) rethrows -> Result {
    var times: [Moment] = []
    var result = try { () throws -> Result in
      let start = Moment.now
      let result = try work()
      times.append(start.passed)
      return result
    }()
    while times.count < runs {
      let start = Moment.now
      result = try work()
      times.append(start.passed)
    }
    print(metric, times, format: format)
    return result
  }

  /// Prints the medians of times.
  func print(_ metric: String, _ times: [Moment], format: String? = nil) {
    let wall = times.map(\.wall).sorted()
    let cpu = times.map(\.cpu).sorted()
    print(
      metric, wall[wall.count / 2],
      [
        ("min", Self.number(wall[0])), ("max", Self.number(wall[wall.count - 1])),
        ("cpu", Self.number(cpu[cpu.count / 2])), ("cpu_min", Self.number(cpu[0])),
        ("runs", "\(times.count)"),
      ] + Self.format(format))
  }

  /// Prints a size in bytes.
  func size(_ bytes: [UInt8], format: String) {
    print("size", Double(bytes.count), Self.format(format))
  }

  /// Says so where a text is not the one that was expected.
  func check(_ what: String, _ text: String, _ expected: String) {
    guard !text.unicodeScalars.elementsEqual(expected.unicodeScalars) else { return }
    Swift.print(
      "{\"peer\": \"afterwit\", \"trace\": \"\(trace)\", \"metric\": \"MISMATCH\", "
        + "\"value\": \"\(what)\", \"got\": \(text.unicodeScalars.count), "
        + "\"want\": \(expected.unicodeScalars.count)}")
  }

  static func format(_ format: String?) -> [(String, String)] {
    format.map { [("format", "\"\($0)\"")] } ?? []
  }

  static func number(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : String(format: "%.4f", value)
  }
}
