extension String {
  /// How many columns of a terminal the text takes (after UAX #11; marks and joiners take none).
  var columns: Int {
    if isPrintableASCII { return utf8.count }
    return unicodeScalars.reduce(0) { columns, scalar in
      if scalar.isASCII { return columns + 1 }
      return switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: columns
      default: columns + (Self.isWide(scalar.value) ? 2 : 1)
      }
    }
  }

  /// The text, followed by as many spaces as fill a width in columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns))
  }

  /// The text, cut and ended by an ellipsis if it is wider than a width in columns.
  func shortened(to width: Int) -> String {
    guard columns > width else { return self }
    var result = ""
    for character in self {
      guard result.columns + String(character).columns < width else { break }
      result.append(character)
    }
    return result + "…"
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f,
      0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1faff, 0x20000...0x3fffd:
      true
    default: false
    }
  }
}
