import Foundation
import Testing

@testable import AfterwitCommand

@Suite("Columns as terminals were measured", .enabled("nothing was measured") { Measured.isThere })
struct MeasuredColumnTests {
  @Test("Each string takes the columns that most of the ten terminals gave it")
  func columns() throws {
    let rows = try Measured.rows()
    #expect(rows.count == 489)
    for row in rows {
      let most = row.columns.values.max()
      let usual = row.columns.filter { $0.value == most }.keys
      #expect(usual.contains(row.text.columns), "\(row.text.debugDescription): \(row.columns)")
    }
  }

  @Test("Where the ten disagree, columns are uncertain")
  func uncertainty() throws {
    for row in try Measured.rows() where row.columns.count > 1 {
      // One terminal is older than this mark.
      guard row.text != "\u{1ab0}" else { continue }
      #expect(row.text.hasUncertainColumns, "\(row.text.debugDescription): \(row.columns)")
    }
  }
}

/// What ten terminals were seen to do; it lies beside the checkout.
private enum Measured {
  /// A string, and how many terminals gave it so many columns.
  struct Row {
    let text: String
    let columns: [Int: Int]
  }

  private static let terminals: Set<Substring> = [
    "xterm", "urxvt", "st", "vte", "kitty", "foot", "alacritty", "konsole", "tmux", "screen",
  ]

  private static let file = URL(filePath: #filePath)
    .appending(path: "../../../../shared/terminals/widths.tsv").standardized

  static var isThere: Bool { FileManager.default.fileExists(atPath: file.path) }

  static func rows() throws -> [Row] {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let places = try #require(lines.first).indices.filter { terminals.contains(lines[0][$0]) }
    return try lines.dropFirst().map { cells in
      var text = ""
      for number in cells[0].split(separator: " ") {
        let value = try #require(UInt32(number, radix: 16))
        text.unicodeScalars.append(try #require(Unicode.Scalar(value)))
      }
      let columns = try places.map { try #require(Int(cells[$0])) }
      return Row(text: text, columns: columns.reduce(into: [:]) { $0[$1, default: 0] += 1 })
    }
  }
}
