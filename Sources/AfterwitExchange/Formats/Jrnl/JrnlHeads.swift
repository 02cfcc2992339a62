internal import AfterwitJournal

/// Tells which lines of a text of jrnl are heads.
struct JrnlHeads {
  /// What a line is.
  enum Reading {
    /// The head of an entry, and the bytes behind its stamp.
    case head(SourceMoment, rest: ArraySlice<UInt8>)
    /// A stamp of a moment that does not exist: text.
    case impossible(String)
    /// Any other line.
    case text
  }

  /// The forms that stand for one moment alone, wherever they are read.
  private static let plain = [
    "%Y-%m-%d %H:%M", "%Y-%m-%d %I:%M:%S %p", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %I:%M %p",
    "%Y-%m-%d", "%Y/%m/%d %H:%M", "%Y/%m/%d %H:%M:%S", "%Y/%m/%d", "%Y-%m-%dT%H:%M",
    "%Y-%m-%dT%H:%M:%S",
  ].map { StampPattern($0) }
  private static let stampLimit = 64

  private var patterns: [StampPattern]
  private let isBracketed: Bool

  /// The heads of a file.
  /// - Throws: ``SourceFailure/ambiguousDates(_:)`` where nothing tells days from months.
  init(_ file: SourceFile, settings: JrnlSettings) throws(SourceFailure) {
    if let format = settings.timeFormat {
      patterns = [StampPattern(format)] + Self.plain
    } else {
      patterns = Self.plain + (try Self.numericPatterns(of: file))
    }
    var isBracketed = false
    for line in SourceLines(file.bytes) where line.bytes.first == UInt8(ascii: "[") {
      if case .head = Self.read(line.bytes, bracketed: true, by: &patterns) {
        isBracketed = true
        break
      }
    }
    self.isBracketed = isBracketed
  }

  /// What a line is.
  mutating func read(_ line: SourceLines.Line) -> Reading {
    Self.read(line.bytes, bracketed: isBracketed, by: &patterns)
  }

  private static func read(
    _ line: ArraySlice<UInt8>, bracketed: Bool, by patterns: inout [StampPattern]
  ) -> Reading {
    guard let first = line.first else { return .text }
    guard bracketed else {
      guard 0x30...0x39 ~= first else { return .text }
      for place in patterns.indices {
        guard case .moment(let moment, let rest) = patterns[place].read(line), rest.first == 0x20,
          moment.time != nil
        else { continue }
        patterns.swapAt(0, place)
        return .head(moment, rest: rest.dropFirst())
      }
      return .text
    }
    guard first == UInt8(ascii: "[") else { return .text }
    let inner = line.dropFirst().prefix(stampLimit)
    guard let end = inner.firstIndex(of: UInt8(ascii: "]")), end + 1 < line.endIndex,
      line[end + 1] == 0x20
    else { return .text }
    let stamp = inner[..<end]
    var isImpossible = false
    for place in patterns.indices {
      switch patterns[place].read(stamp) {
      case .moment(let moment, let rest) where rest.isEmpty:
        if place > 0 { patterns.swapAt(0, place) }
        return .head(moment, rest: line[(end + 2)...])
      case .impossible: isImpossible = true
      case .moment, .other: break
      }
    }
    return isImpossible ? .impossible(String(decoding: stamp, as: UTF8.self)) : .text
  }

  /// The forms of stamps that write a day and a month as numbers before the year, by what all such
  /// stamps of a file can mean.
  private static func numericPatterns(
    of file: SourceFile
  ) throws(SourceFailure) -> [StampPattern] {
    var found: (separator: String, line: Int)?
    var canBeDayFirst = true
    var canBeMonthFirst = true
    for line in SourceLines(file.bytes) where line.bytes.first == UInt8(ascii: "[") {
      var cursor = StampCursor(line.bytes.dropFirst())
      guard let first = cursor.number(1...2), let separator = cursor.separator(),
        let second = cursor.number(1...2), cursor.separator() == separator,
        cursor.number(4...4) != nil, cursor.take("]") || cursor.take(" ")
      else { continue }
      found = found ?? (separator, line.number)
      if first > 12 { canBeMonthFirst = false }
      if second > 12 { canBeDayFirst = false }
    }
    guard let found else { return [] }
    guard canBeDayFirst != canBeMonthFirst else {
      throw .ambiguousDates(SourcePlace(file.name, line: found.line))
    }
    let day = (canBeDayFirst ? ["%d", "%m", "%Y"] : ["%m", "%d", "%Y"])
      .joined(separator: found.separator)
    return ["", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p"].map { StampPattern(day + $0) }
  }
}

extension StampCursor {
  /// Goes behind what parts the numbers of a day.
  fileprivate mutating func separator() -> String? {
    for mark in [".", "/", "-"] as [Unicode.Scalar] where take(mark) { return String(mark) }
    return nil
  }
}
