import AfterwitDocument
import AfterwitText
import Foundation

/// How much memory this process holds.
enum Memory {
  /// Prints by how much memory grows while a history is made and kept.
  static func measure(
    _ meter: Meter, what: String, form: String? = nil, _ work: () throws -> TextHistory
  ) throws {
    let before = resident
    let history = try work()
    let text = history.text
    let growth = resident - before
    meter.print(
      "rss_growth_kib", Double(growth),
      [("what", "\"\(what)\""), ("length", "\(text.utf8.count)")] + Meter.format(form))
  }

  /// The resident set in KiB.
  private static var resident: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  }
}
