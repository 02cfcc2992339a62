internal import AfterwitCausality
internal import AfterwitEncoding
internal import AfterwitText

/// The columns of a stored history, read row by row.
struct HistoryRows {
  private var devices: ColumnCursor
  private var names: [DeviceID] = []
  private var numbers: ColumnCursor
  private var counts: ColumnCursor
  private var units: ColumnCursor
  private var shapes: ColumnCursor
  private var distances: ColumnCursor
  private var offsets: ColumnCursor
  private var heads: ColumnCursor
  private var lengths: ColumnCursor
  private var lowMoves: ColumnCursor
  private var highMoves: ColumnCursor
  private var marks: ColumnCursor
  private var envelopes: ColumnCursor

  init(_ reader: inout ColumnReader) throws(DecodingFailure) {
    var table = ByteCursor(try reader.next())
    while !table.isAtEnd { names.append(try table.readIdentifier()) }
    devices = ColumnCursor(try reader.next())
    numbers = ColumnCursor(try reader.next())
    counts = ColumnCursor(try reader.next())
    units = ColumnCursor(try reader.next())
    shapes = ColumnCursor(try reader.next())
    distances = ColumnCursor(try reader.next())
    offsets = ColumnCursor(try reader.next())
    heads = ColumnCursor(try reader.next())
    lengths = ColumnCursor(try reader.next())
    lowMoves = ColumnCursor(try reader.next())
    highMoves = ColumnCursor(try reader.next())
    marks = ColumnCursor(try reader.next())
    envelopes = ColumnCursor(try reader.next())
  }

  /// Puts all rows into an empty log.
  mutating func restore(_ log: inout EventLog) throws(DecodingFailure) {
    let limit = Int(Int32.max) >> 2
    var expected = [UInt64](repeating: 1, count: names.count)
    var cursors = [Int](repeating: 0, count: names.count)
    var ends: [Int] = []
    var parents: [Int] = []
    let authors = names.map { log.table.author($0) }
    let isSealed = !envelopes.isAtEnd
    while !devices.isAtEnd {
      let device = try devices.readCount(limit: names.count - 1)
      let number = expected[device] &+ UInt64(bitPattern: Int64(try numbers.readSigned()))
      let count = try counts.readCount(limit: limit - log.table.count)
      let unitsEach = try units.readCount(limit: limit)
      guard count > 0, !unitsEach.multipliedReportingOverflow(by: count).overflow,
        log.runs.count + unitsEach * count <= limit
      else { throw counts.failure(.overLimit) }
      try read(&parents, after: ends)
      if isSealed {
        let envelope: EnvelopeID = try envelopes.read { envelopes throws(DecodingFailure) in
          try envelopes.readIdentifier()
        }
        log.table.append(
          TextOrder(device: names[device], number: number, envelope: envelope), count: count,
          units: unitsEach)
      } else {
        log.table.append(number, of: authors[device], count: count, units: unitsEach)
      }
      log.graph.append(parents: parents, count: count)
      expected[device] = number &+ UInt64(count)
      ends.append(log.table.count)
      try restoreRuns(unitsEach * count, into: &log.runs, cursor: &cursors[device])
    }
    try restoreMarks(&log)
    for column in [
      numbers, counts, units, shapes, distances, offsets, heads, lengths, lowMoves, highMoves,
      marks, envelopes,
    ] {
      try column.requireEnd()
    }
  }

  private mutating func read(
    _ parents: inout [Int], after ends: [Int]
  ) throws(DecodingFailure) {
    parents.removeAll(keepingCapacity: true)
    for _ in 0..<(try shapes.readCount(limit: ends.count)) {
      let place = ends.count - 1 - (try distances.readCount(limit: ends.count - 1))
      let start = place > 0 ? ends[place - 1] : 0
      let parent = ends[place] - 1 - (try offsets.readCount(limit: ends[place] - 1 - start))
      if let last = parents.last, parent <= last { throw offsets.failure(.notCanonical) }
      parents.append(parent)
    }
  }

  private mutating func restoreRuns(
    _ total: Int, into runs: inout UnitRuns, cursor: inout Int
  ) throws(DecodingFailure) {
    var left = total
    while left > 0 {
      let head = try heads.readByte()
      guard let kind = UnitRun.Kind(code: head & 3) else { throw heads.failure(.unknownValue) }
      var length = Int(head >> 3)
      if length > HistoryColumns.headLength { length += try lengths.readCount(limit: left) }
      if length == 0 { length = left }
      guard length <= left else { throw heads.failure(.overLimit) }
      if head & 4 != 0 { cursor += try move() }
      let (position, next) =
        switch kind {
        case .insertion: (cursor, cursor + length)
        case .deletion: (cursor, cursor)
        case .backspace: (cursor - 1, cursor - length)
        }
      guard position >= 0, position <= Int(Int32.max), next >= 0 else {
        throw lowMoves.failure(.overLimit)
      }
      runs.append(kind, position: position, count: length)
      cursor = next
      left -= length
    }
  }

  private mutating func move() throws(DecodingFailure) -> Int {
    let low = UInt64(try lowMoves.readByte())
    let high = UInt64(try highMoves.readCount(limit: Int(Int32.max)))
    let folded = Int(high << 8 | low)
    return folded >> 1 ^ -(folded & 1)
  }

  private mutating func restoreMarks(_ log: inout EventLog) throws(DecodingFailure) {
    while !marks.isAtEnd {
      let event = try marks.readCount(limit: log.table.count - 1)
      let offset = try marks.readCount(limit: log.table.units(of: event).count)
      let start = marks
      let operations = try marks.read { marks throws(DecodingFailure) in
        var blob = ByteCursor(try marks.readBlob(limit: marks.remaining))
        return try TextOperation.decode(&blob)
      }
      guard let found = operations, found.count == 1 else { throw start.failure(.unknownValue) }
      switch found[0] {
      case .answer, .same: break
      case .insert, .delete: throw start.failure(.unknownValue)
      }
      if let last = log.marks.last, (last.event, last.offset) > (event, offset) {
        throw start.failure(.notCanonical)
      }
      log.marks.append(EventLog.Mark(event: event, offset: offset, operation: found[0]))
    }
  }
}
