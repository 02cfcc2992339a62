public import AfterwitCausality
public import AfterwitDocument
internal import AfterwitEncoding
public import AfterwitText

// An entry may have ten thousand changes, and who asks about it mostly wants to know when each was made
// and on which machine; what a few of them did is decoded when it is asked for. So the bodies lie one
// behind another as they were read, and each change is known by where its own begins.

/// The changes of an entry as they are kept, ascending; each is decoded when it is asked for.
public struct StoredChanges: Sendable {
  private struct Row {
    let index: Int
    let device: Int
    let number: UInt64
    let id: EnvelopeID
    let timestamp: UInt64
    /// Where its parents begin among the bytes; its body lies behind them.
    let start: Int
    let bodyStart: Int
    let end: Int
  }

  private var rows: [Row] = []
  private var bytes: [UInt8] = []
  private var devices: [DeviceID] = []

  /// No change.
  init() {}

  /// How many there are.
  public var count: Int { rows.count }
  /// Whether there is none.
  public var isEmpty: Bool { rows.isEmpty }
  /// The places of all.
  public var indices: Range<Int> { rows.indices }

  /// The index of a change in the causal graph.
  public func index(at place: Int) -> Int { rows[place].index }

  /// Where the change of an index lies; `nil` where it is none of these.
  public func place(of index: Int) -> Int? {
    let place = rows.partitioningIndex { $0.index >= index }
    return place < rows.count && rows[place].index == index ? place : nil
  }

  /// Whether each change between two places was made on the one before, and on nothing else, with none
  /// of another entry between them; so the causal graph need not be asked.
  public func isRow(from first: Int, to last: Int) -> Bool {
    guard first < last else { return first == last }
    return bytes.withUnsafeBytes { bytes in
      (first + 1...last).allSatisfy { place in
        let row = rows[place]
        return row.index == rows[place - 1].index + 1
          && UnsafeRawBufferPointer(rebasing: bytes[row.start..<row.bodyStart]).isOne(row.index - 1)
      }
    }
  }

  /// The device, number and envelope of a change.
  public func order(at place: Int) -> TextOrder {
    let row = rows[place]
    return TextOrder(device: devices[row.device], number: row.number, envelope: row.id)
  }

  /// When a change was made.
  public func timestamp(at place: Int) -> Timestamp { Timestamp(rawValue: rows[place].timestamp) }

  /// Where a change stands.
  public func stamp(at place: Int) throws -> ChangeStamp {
    let row = rows[place]
    var cursor = ByteCursor(bytes[row.start..<row.bodyStart])
    return ChangeStamp(
      index: row.index, parents: try cursor.readList(), order: order(at: place),
      timestamp: timestamp(at: place))
  }

  /// What a change did.
  public func change(at place: Int) throws -> Change {
    try Change(body: bytes[rows[place].bodyStart..<rows[place].end])
  }

  /// The fields that a change wrote to.
  public func keys(at place: Int) throws -> [FieldKey] {
    try Change.keys(inBody: bytes[rows[place].bodyStart..<rows[place].end])
  }

  /// A change, and where it stands.
  public func placed(at place: Int) throws -> PlacedChange {
    PlacedChange(stamp: try stamp(at: place), change: try change(at: place))
  }

  /// Takes in a row of ``Transaction/changeColumns``.
  mutating func append(_ row: RawRow) throws {
    let device: DeviceID = try row.identifier(2)
    // Most changes of an entry are of the device of the one before.
    var slot = rows.last?.device ?? 0
    if slot >= devices.count || devices[slot] != device {
      slot = devices.firstIndex(of: device) ?? devices.count
      if slot == devices.count { devices.append(device) }
    }
    let start = bytes.count
    bytes.append(contentsOf: row.bytes(1))
    let bodyStart = bytes.count
    bytes.append(contentsOf: row.bytes(6))
    rows.append(
      Row(
        index: Int(row.number(0)), device: slot, number: UInt64(bitPattern: row.number(3)),
        id: try row.identifier(4), timestamp: UInt64(bitPattern: row.number(5)), start: start,
        bodyStart: bodyStart, end: bytes.count))
  }

  /// Brings the changes into their order, after some were taken in that stand elsewhere.
  mutating func sort() { rows.sort { $0.index < $1.index } }
}
