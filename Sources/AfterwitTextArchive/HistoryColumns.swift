internal import AfterwitCausality
internal import AfterwitEncoding
internal import AfterwitText

/// The columns of a history's stretches and runs.
struct HistoryColumns {
  var devices = ByteBuilder()
  var numbers = ByteBuilder()
  var counts = ByteBuilder()
  var units = ByteBuilder()
  var shapes = ByteBuilder()
  var distances = ByteBuilder()
  var offsets = ByteBuilder()
  var heads = ByteBuilder()
  var lengths = ByteBuilder()
  var lowMoves = ByteBuilder()
  var highMoves = ByteBuilder()

  /// The greatest length that the head of a run holds.
  static let headLength = 30

  mutating func append(parents: ArraySlice<Int>, of place: Int, in stretches: [EventLog.Stretch]) {
    shapes.append(count: parents.count)
    for parent in parents {
      let other = Self.place(of: parent, in: stretches)
      distances.append(count: place - 1 - other)
      offsets.append(count: stretches[other].events.upperBound - 1 - parent)
    }
  }

  private static func place(of event: Int, in stretches: [EventLog.Stretch]) -> Int {
    stretches.lastIndex(notBeyond: event, by: \.events.lowerBound)
  }

  mutating func append(_ runs: UnitRuns, in units: Range<Int>, cursor: inout Int) {
    runs.forEach(in: units) { run in
      let kind = run.kind
      let start =
        switch kind {
        case .insertion, .deletion: run.start
        case .backspace: run.start + run.count
        }
      let move = start - cursor
      let isLast = run.units.upperBound == units.upperBound
      let length = isLast ? 0 : min(run.count, Self.headLength + 1)
      heads.append(kind.code | (move == 0 ? 0 : 4) | UInt8(length) << 3)
      if length > Self.headLength { lengths.append(count: run.count - length) }
      if move != 0 {
        let folded = UInt64(bitPattern: Int64(move << 1 ^ move >> 63))
        lowMoves.append(UInt8(truncatingIfNeeded: folded))
        highMoves.append(varint: folded >> 8)
      }
      cursor = run.end
    }
  }

  func write(into writer: inout ColumnWriter) {
    for column in [
      devices, numbers, counts, units, shapes, distances, offsets, heads, lengths, lowMoves,
      highMoves,
    ] {
      writer.append(column.bytes)
    }
  }
}
