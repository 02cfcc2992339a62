internal import AfterwitCausality
internal import AfterwitEncoding
public import AfterwitText

// Protocol/4-documents, "Stored histories": the events, stretch by stretch, in columns.
extension TextHistory {
  /// The two forms in which a history is stored.
  enum StoredForm {
    /// Nothing is compressed, so that opening costs little more than reading.
    case snapshot
    /// All is compressed.
    case full

    var magic: [UInt8] { self == .snapshot ? [0x41, 0x57, 0x53, 0x31] : [0x41, 0x57, 0x48, 0x31] }
  }

  /// The history in as few bytes as possible: every event, and the text.
  /// - Complexity: O(*units*).
  public var fullHistory: [UInt8] { stored(as: .full) }

  /// The history in a form that opens fast: the text as it is, and every event.
  public var snapshot: [UInt8] { stored(as: .snapshot) }

  /// The text and the names of its last events, without the past.
  public var stateOnly: [UInt8] {
    var writer = ColumnWriter(magic: [0x41, 0x57, 0x54, 0x31], isCompact: true)
    var heads = ByteBuilder()
    for head in graph.frontier {
      let order = events.table.order(of: head)
      heads.append(contentsOf: order.device.bytes)
      heads.append(varint: order.number)
      heads.append(contentsOf: order.envelope.bytes)
    }
    writer.append(heads.bytes)
    var text: [UInt8] = []
    scalars.appendUTF8(of: 0..<scalars.count, to: &text)
    writer.append(text)
    return writer.finished()
  }

  private func stored(as form: StoredForm) -> [UInt8] {
    var writer = ColumnWriter(magic: form.magic, isCompact: form == .full)
    events.appendColumns(to: &writer)
    writer.append(textColumn)
    return writer.finished()
  }

  /// The text that stands, and behind it what was deleted, the last run first.
  private var textColumn: [UInt8] {
    guard let patches = try? events.patches(.byRun) else {
      preconditionFailure("an event of the history does not fit its parents")
    }
    var replayed = ScalarBuffer()
    var deleted = ScalarBuffer()
    var pieces: [Range<Int>] = []
    for patch in patches {
      if let typed = patch.typed {
        events.typed.insert(typed, into: &replayed, at: patch.position)
        continue
      }
      let range = patch.position..<patch.position + patch.count
      let start = deleted.count
      deleted.insert(range, of: replayed, at: start)
      replayed.delete(patch.count, at: patch.position)
      if patch.startsRun || pieces.isEmpty {
        pieces.append(start..<deleted.count)
      } else {
        pieces[pieces.count - 1] = pieces[pieces.count - 1].lowerBound..<deleted.count
      }
    }
    var text: [UInt8] = []
    scalars.appendUTF8(of: 0..<scalars.count, to: &text)
    var builder = ByteBuilder(capacity: text.count + deleted.count + 10)
    builder.append(count: text.count)
    builder.append(contentsOf: text)
    var past: [UInt8] = []
    for piece in pieces.reversed() { deleted.appendUTF8(of: piece, to: &past) }
    builder.append(contentsOf: past)
    return builder.bytes
  }
}

extension EventLog {
  /// Appends all columns but the text's.
  func appendColumns(to writer: inout ColumnWriter) {
    var columns = HistoryColumns()
    var numbers = [UInt64](repeating: 1, count: table.devices.count)
    var cursors = [Int](repeating: 0, count: table.devices.count)
    let stretches = stretches(of: 0..<count)
    for (place, stretch) in stretches.enumerated() {
      let (device, number) = (stretch.device, stretch.order.number)
      columns.devices.append(count: device)
      columns.numbers.append(signed: Int(Int64(bitPattern: number &- numbers[device])))
      columns.counts.append(count: stretch.events.count)
      columns.units.append(count: stretch.unitsEach)
      numbers[device] = number &+ UInt64(stretch.events.count)
      columns.append(parents: stretch.parents, of: place, in: stretches)
      columns.append(runs, in: table.units(of: stretch.events), cursor: &cursors[device])
    }
    writer.append(table.devices.flatMap(\.bytes))
    columns.write(into: &writer)
    writer.append(markColumn)
    writer.append(
      stretches.flatMap { $0.order.envelope == .zero ? [] : $0.order.envelope.bytes })
  }

  private var markColumn: [UInt8] {
    var builder = ByteBuilder()
    for mark in marks {
      builder.append(count: mark.event)
      builder.append(count: mark.offset)
      var operation = ByteBuilder()
      TextOperation.encode([mark.operation], into: &operation)
      builder.append(blob: operation.bytes)
    }
    return builder.bytes
  }
}

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
      let start = run.kind == .backspace ? run.start + run.count : run.start
      let move = start - cursor
      let isLast = run.units.upperBound == units.upperBound
      let length = isLast ? 0 : min(run.count, Self.headLength + 1)
      heads.append(run.kind.rawValue | (move == 0 ? 0 : 4) | UInt8(length) << 3)
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
