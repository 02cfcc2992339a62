// A stored history as Protocol/9-stored-histories lays it out, row by row. Nothing is derived or
// checked here: each row is what a vector says.

/// A history whose every row can be chosen.
struct HistoryBytes {
  /// Units in a row that one cursor made.
  struct Run {
    /// 0 insertions, 1 deletions forwards, 2 backwards.
    var kind: UInt8
    /// By how much the cursor moves before it.
    var move = 0
    /// How many units; `nil` for all that are left in the stretch.
    var length: Int?

    /// The kind, whether the cursor moved, and the length as far as five bits hold it.
    var head: UInt8 {
      let moved: UInt8 = move == 0 ? 0 : 4
      return kind + moved + UInt8(min(length ?? 0, 31)) * 8
    }
  }

  /// Events in a row of one device.
  struct Stretch {
    /// The place of the device.
    var device = 0
    /// The first number less the expected one.
    var jump = 0
    /// How many events.
    var count = 1
    /// How many units each has.
    var units: Int
    /// For each parent, how many stretches lie between, and how many events of its stretch follow.
    var parents: [(distance: Int, offset: Int)] = []
    /// The runs.
    var runs: [Run] = []
    /// The byte of which the envelope's id is made; 0 where there are no envelopes.
    var envelope: UInt8 = 0
  }

  /// The bytes of which the devices' ids are made.
  var devices: [UInt8] = [1, 2]
  var stretches: [Stretch]
  /// For each answer or *same*: the event, how many of its units come before, the operation.
  var marks: [(event: Int, units: Int, operation: ChangeBytes.Edit)] = []
  /// The text that stands.
  var text: String
  /// What was deleted, the last run first.
  var deleted = ""
  /// What the events insert, in order.
  var inserted: String

  /// Columns 1 to 14.
  private var columns: [[UInt8]] {
    func each(_ part: (Stretch) -> [UInt8]) -> [UInt8] { stretches.flatMap(part) }
    let runs = stretches.flatMap(\.runs)
    let moves = runs.map(\.move).filter { $0 != 0 }.map(Self.folded)
    return [
      devices.flatMap { [UInt8](repeating: $0, count: 32) },
      each { Self.varint($0.device) }, each { Self.varint(Self.folded($0.jump)) },
      each { Self.varint($0.count) }, each { Self.varint($0.units) },
      each { Self.varint($0.parents.count) },
      each { $0.parents.flatMap { Self.varint($0.distance) } },
      each { $0.parents.flatMap { Self.varint($0.offset) } },
      runs.map(\.head),
      runs.compactMap(\.length).filter { $0 > 30 }.flatMap { Self.varint($0 - 31) },
      moves.map { UInt8($0 % 256) }, moves.flatMap { Self.varint($0 / 256) },
      marks.flatMap { mark in
        Self.varint(mark.event) + Self.varint(mark.units) + PlainEncoder.blob(mark.operation.bytes)
      },
      each { $0.envelope == 0 ? [] : [UInt8](repeating: $0.envelope, count: 32) },
    ]
  }

  /// How the columns of a form are written.
  enum Writing {
    /// As they are.
    case plain
    /// As DEFLATE that compresses nothing, where there is anything.
    case deflated
  }

  /// The full history.
  func full(_ writing: Writing) -> [UInt8] {
    Self.form("AWH1", columns + [textColumn], writing)
  }

  /// The snapshot.
  var snapshot: [UInt8] { Self.form("AWS1", columns + [textColumn], .plain) }

  /// An update whose first events are only named.
  func update(named: Int) -> [UInt8] {
    Self.form("AWU1", [Self.varint(named)] + columns + [Array(inserted.utf8)], .plain)
  }

  /// The text alone, with its heads: device, number, envelope.
  func state(heads: [(device: UInt8, number: Int, envelope: UInt8)]) -> [UInt8] {
    let names = heads.flatMap { head in
      [UInt8](repeating: head.device, count: 32) + Self.varint(head.number)
        + [UInt8](repeating: head.envelope, count: 32)
    }
    return Self.form("AWT1", [names, Array(text.utf8)], .plain)
  }

  /// The form without its last column, for what must be refused.
  var withoutText: [UInt8] { Self.form("AWS1", columns, .plain) }

  /// A snapshot of which one column, counted from 1, is another.
  func snapshot(replacing column: Int, with bytes: [UInt8]) -> [UInt8] {
    var all = columns + [textColumn]
    all[column - 1] = bytes
    return Self.form("AWS1", all, .plain)
  }

  private var textColumn: [UInt8] { PlainEncoder.blob(Array(text.utf8)) + Array(deleted.utf8) }

  private static func form(_ magic: String, _ columns: [[UInt8]], _ writing: Writing) -> [UInt8] {
    let bytes =
      Array(magic.utf8)
      + columns.flatMap { column -> [UInt8] in
        guard writing == .deflated, !column.isEmpty else {
          return varint(column.count * 2) + column
        }
        return varint(column.count * 2 + 1) + PlainEncoder.blob(stored(column))
      }
    return bytes + PlainEncoder.integer(UInt64(checksum(bytes)), width: 32)
  }

  /// One last block of DEFLATE that is stored: its length, low byte first, and the complement.
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    let length = [UInt8(bytes.count % 256), UInt8(bytes.count / 256)]
    return [1] + length + length.map { ~$0 } + bytes
  }

  /// CRC-32, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 {
        let isOdd = sum & 1 == 1
        sum >>= 1
        if isOdd { sum ^= 0xedb8_8320 }
      }
    }
    return ~sum
  }

  private static func varint(_ value: Int) -> [UInt8] { PlainEncoder.varint(UInt64(value)) }

  private static func folded(_ value: Int) -> Int { value < 0 ? -2 * value - 1 : 2 * value }
}
