public import AfterwitEncoding

/// Decides between scalars that two devices inserted at one place: device, then number, then id.
///
/// Two envelopes may bear one device and number (a fork); their ids still differ.
public struct TextOrder: Hashable, Comparable, Sendable {
  /// The number of the change in the device's log; first here because it tells most that differ, and
  /// ids are long to compare.
  public var number: UInt64
  /// The device that made the change.
  public var device: DeviceID
  /// The envelope that carries the change.
  public var envelope: EnvelopeID

  /// Names a change by its three parts.
  public init(device: DeviceID, number: UInt64, envelope: EnvelopeID) {
    self.device = device
    self.number = number
    self.envelope = envelope
  }

  /// Orders by device, then number, then envelope.
  public static func < (left: Self, right: Self) -> Bool {
    if left.device != right.device { return left.device < right.device }
    if left.number != right.number { return left.number < right.number }
    return left.envelope < right.envelope
  }
}

/// What one change did to one text, and the version of that text it was made on.
public struct TextEvent: Hashable, Sendable {
  /// The place of the change in the order that breaks ties; no two events of a text share it.
  public var order: TextOrder
  /// Indices of earlier events of the same text: minimal, ascending, empty at the start of time.
  public var parents: [Int]
  /// The edits, in the order in which they were made.
  public var operations: [TextOperation]
  /// Indices of earlier events of the same text, its ancestors, that the change takes back.
  public var undone: [Int]

  /// Describes the edits of one change.
  public init(
    order: TextOrder, parents: [Int], operations: [TextOperation], undone: [Int] = []
  ) {
    self.order = order
    self.parents = parents
    self.operations = operations
    self.undone = undone
  }
}

extension TextEvent {
  /// How many scalars it inserts and deletes.
  var unitCount: Int {
    operations.reduce(0) { count, operation in
      switch operation {
      case .insert(_, let text): count + text.scalarCount
      case .delete(_, let length): count + length
      case .answer, .same: count
      }
    }
  }
}
