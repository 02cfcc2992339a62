/// Bars of block characters, for a terminal.
enum BlockBar {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  private static let levels = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A bar for a share of a whole, at least as wide as can be seen, on a track of a width.
  static func share(_ part: Int, of whole: Int, width: Int, track: String = "") -> String {
    guard whole > 0, width > 0 else { return "" }
    let length = part == 0 ? 0 : max(1, (16 * part * width + whole) / (2 * whole))
    let bar = String(repeating: "█", count: length / 8) + eighths[length % 8]
    let rest = max(0, width - (length + 7) / 8)
    return bar + String(repeating: track, count: rest)
  }

  /// Stretches of a bar, one behind the other: counts of a whole that has a width.
  static func stretches(_ parts: [(count: Int, block: String)], of whole: Int, width: Int)
    -> String
  {
    guard whole > 0 else { return "" }
    // Where there is room, each counts as many columns as any other.
    let unit = min(4, width / whole)
    var start = 0
    return parts.map { part in
      let end = start + part.count
      let length =
        unit > 0 ? part.count * unit : end * width / whole - start * width / whole
      start = end
      return String(repeating: part.block, count: length)
    }.joined()
  }

  /// One character for each of some shares, as high as the share.
  static func heights(_ shares: [(part: Int, whole: Int)]) -> String {
    shares.map { part, whole in
      whole == 0 ? "·" : levels[min(7, (part * 7 + whole / 2) / whole)]
    }.joined()
  }
}
