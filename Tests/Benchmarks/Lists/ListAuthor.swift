import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitText

/// A device that edits the list, and admits what others made.
struct ListAuthor {
  /// A change as it comes from another device.
  struct Made {
    let body: [UInt8]
    let stamp: ChangeStamp
  }

  private static let entry = EntryID([UInt8](repeating: 5, count: EntryID.byteCount))
  private static let list = FieldName(.steps)

  private var shelf = FieldMemoryShelf()
  private(set) var made: [Made] = []
  /// The elements as they stand here, by their numbers in the beginning.
  private var order: [Int] = []
  private var ids: [ElementID] = []
  var device: UInt8
  /// How many changes it holds.
  var changeCount: Int { shelf.graph.count }

  init(device: UInt8, elements: Int) throws {
    self.device = device
    order = Array(0..<elements)
    ids = order.compactMap { number in
      ElementID((0..<ElementID.byteCount).map { UInt8(truncatingIfNeeded: number >> ($0 * 4)) })
    }
    let texts = order.map { number in
      block(of: number, [.insert(position: 0, text: String(number))])
    }
    let put = ListEdits.Put(position: 0, elements: ids, isMove: false)
    try make([Change.Block(key: key(), operations: .list(ListEdits(puts: [put])))] + texts)
  }

  /// Does what a story says, as one change.
  mutating func carryOut(_ step: ListStory.Step) throws {
    switch step {
    case .write(let element, let position):
      try make([block(of: element, [.insert(position: position, text: "word ")])])
    case .move(let from, let to):
      guard case .list(let field)? = shelf.state(of: key())?.value else { return }
      let places = field.elements.map(\.position)
      let element = order.remove(at: from)
      order.insert(element, at: to)
      let behind = to < from ? to : to + 1
      let put = ListEdits.Put(
        position: behind < places.count ? places[behind] : field.placeCount,
        elements: [ids[element]], isMove: true)
      try make([Change.Block(key: key(), operations: .list(ListEdits(puts: [put])))])
    }
  }

  /// Admits a change, on top of these.
  mutating func admit(_ made: Made, on parents: [Int]) throws {
    let stamp = ChangeStamp(
      index: shelf.graph.count, parents: parents, order: made.stamp.order,
      timestamp: made.stamp.timestamp)
    let change = try Change(body: made.body)
    _ = try Merge(change, stamp: stamp).apply(to: &shelf)
    shelf.place(change, stamp: stamp)
  }

  private mutating func make(_ blocks: [Change.Block]) throws {
    let number = UInt64(shelf.graph.count + 1)
    let time = Timestamp(rawValue: number)
    let change = Change(timestamp: time, followsPredecessor: true, parents: [], blocks: blocks)
    let names = (0..<32).map { UInt8(truncatingIfNeeded: $0 < 8 ? number >> ($0 * 8) : 0) ^ device }
    let stamp = ChangeStamp(
      index: shelf.graph.count, parents: shelf.graph.frontier,
      order: TextOrder(
        device: DeviceID([UInt8](repeating: device, count: 32)) ?? .zero, number: number,
        envelope: EnvelopeID(names) ?? .zero), timestamp: time)
    let made = Made(body: change.body, stamp: stamp)
    try admit(made, on: stamp.parents)
    self.made.append(made)
  }

  private func block(of element: Int, _ operations: [TextOperation]) -> Change.Block {
    Change.Block(key: key(element), operations: .text(operations))
  }

  private func key(_ element: Int? = nil) -> FieldKey {
    let entry = Self.entry ?? EntryID.journal
    guard let element else { return FieldKey(entry: entry, field: Self.list) }
    return FieldKey(
      entry: entry, element: ListElement(list: Self.list, id: ids[element]),
      field: FieldName(ofElement: .what))
  }
}
