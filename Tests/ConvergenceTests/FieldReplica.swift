import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitJournal
import AfterwitMemoryFields
import AfterwitText

/// A change as it travels: the body that was sealed, and its place in its author's log.
struct FieldEnvelope {
  let order: TextOrder
  let previous: EnvelopeID
  let body: [UInt8]

  var id: EnvelopeID { order.envelope }
}

/// A device's fields, without its keys, its database and its network.
struct FieldReplica {
  private(set) var shelf = FieldMemoryShelf()
  private(set) var places: [EnvelopeID: Int] = [:]
  /// Which changes have an effect; the others get their places only.
  private let merges: (FieldEnvelope) -> Bool

  init(merging merges: @escaping (FieldEnvelope) -> Bool = { _ in true }) {
    self.merges = merges
  }

  /// The heads of everything admitted.
  var frontier: [EnvelopeID] { shelf.graph.frontier.map { id(at: $0) } }

  /// Whether all parents of a change are here.
  func isReady(for envelope: FieldEnvelope) throws -> Bool {
    try Self.parents(of: envelope).allSatisfy { places[$0] != nil }
  }

  /// Admits a change whose parents are here.
  mutating func admit(_ envelope: FieldEnvelope) throws {
    let named = try Self.parents(of: envelope).compactMap { places[$0] }
    let prefix = try ChangePrefix(body: envelope.body)
    let stamp = ChangeStamp(
      index: shelf.graph.count, parents: shelf.graph.maximal(named.sorted()),
      order: envelope.order, timestamp: prefix.timestamp)
    var change = try? Change(body: envelope.body)
    if !merges(envelope) { change = nil }
    if let merged = change, try Merge(merged, stamp: stamp).apply(to: &shelf) == .unfit {
      change = nil
    }
    shelf.place(change, stamp: stamp)
    places[envelope.id] = stamp.index
  }

  /// Does what the end of a transaction does.
  mutating func reload() throws {
    try shelf.reload()
  }

  /// The canonical bytes of every entry's view, by id.
  var views: [[UInt8]] { viewsByEntry.sorted { $0.key < $1.key }.map(\.value) }

  /// The canonical bytes of every entry's view.
  var viewsByEntry: [EntryID: [UInt8]] { shown.mapValues(\.canonicalBytes) }

  /// How many parts of reviews are open.
  var openPartCount: Int { shown.values.reduce(0) { $0 + $1.allOpenParts.count } }

  /// What every entry shows.
  private var shown: [EntryID: EntryView] {
    var shelf = shelf
    shelf.deriveParts()
    var views: [EntryID: EntryView] = [:]
    for (key, presence) in shelf.presences where key.element == nil && !presence.isUntouched {
      views[key.entry] = EntryView(
        id: key.entry, content: shelf.content(of: key.entry, presence))
    }
    return views
  }

  /// Whether a change is taken back.
  func isVoid(_ change: EnvelopeID) -> Bool {
    places[change].map { shelf.undos().isVoid($0) } ?? false
  }

  /// Takes changes back, by a device of its own that has seen everything.
  @discardableResult
  mutating func undo(_ changes: [EnvelopeID], by device: UInt8) throws -> EnvelopeID {
    let change = Change(
      timestamp: Timestamp(rawValue: 0), followsPredecessor: false, parents: frontier,
      blocks: [Change.Block(key: .undo, operations: .undo(Set(changes).sorted()))])
    let id = EnvelopeID([UInt8](repeating: device, count: 31) + [UInt8(places.count % 251)])
    let envelope = FieldEnvelope(
      order: TextOrder(
        device: DeviceID([UInt8](repeating: device, count: 32)) ?? .zero, number: 1,
        envelope: id ?? .zero),
      previous: .zero, body: change.body)
    try admit(envelope)
    return envelope.id
  }

  /// What the fields hold, with changes named as they are everywhere.
  var picture: FieldPicture {
    var picture = FieldPicture()
    for (key, state) in shelf.states {
      switch state.value {
      case .text(let field):
        picture.scalars[key] = Set(field.text.unicodeScalars)
      case .register(let register):
        picture.writes[key] = Set(register.writes.map(\.envelope))
      case .set(let set):
        picture.elements[key] = Set(set.elements)
      case .counter(let counter):
        picture.sums[key] = counter.sum
      case .list(let list):
        picture.listed[key] = list.elements.map(\.element)
      case .unknown: break
      }
      picture.notUnderstood[key] = Set(state.notUnderstood.map { id(at: $0) })
    }
    for (key, presence) in shelf.presences {
      guard key.element == nil else {
        picture.isElementHidden[key] = presence.isHidden
        continue
      }
      picture.isHidden[key.entry] = presence.isHidden
      picture.times[key.entry] = [presence.created, presence.modified]
    }
    return picture.withoutEmptySets
  }

  private func id(at index: Int) -> EnvelopeID { shelf.placed[index].stamp.order.envelope }

  private static func parents(of envelope: FieldEnvelope) throws -> [EnvelopeID] {
    let prefix = try ChangePrefix(body: envelope.body)
    return prefix.parents + (prefix.followsPredecessor ? [envelope.previous] : [])
  }
}

/// What some fields hold, whoever holds them.
struct FieldPicture: Hashable {
  var scalars: [FieldKey: Set<Unicode.Scalar>] = [:]
  var writes: [FieldKey: Set<EnvelopeID>] = [:]
  var elements: [FieldKey: Set<ExactString>] = [:]
  var sums: [FieldKey: Int] = [:]
  /// The elements of each list in their order.
  var listed: [FieldKey: [ElementID]] = [:]
  var isElementHidden: [FieldKey: Bool] = [:]
  var notUnderstood: [FieldKey: Set<EnvelopeID>] = [:]
  var isHidden: [EntryID: Bool] = [:]
  /// When each entry was created, and when modified.
  var times: [EntryID: [Timestamp]] = [:]

  /// The same, where a field that holds nothing and one that nobody touched are alike.
  var withoutEmptySets: FieldPicture {
    var picture = self
    picture.scalars = scalars.filter { !$0.value.isEmpty }
    picture.writes = writes.filter { !$0.value.isEmpty }
    picture.elements = elements.filter { !$0.value.isEmpty }
    picture.listed = listed.filter { !$0.value.isEmpty }
    picture.sums = sums.filter { $0.value > 0 }
    picture.notUnderstood = notUnderstood.filter { !$0.value.isEmpty }
    return picture
  }
}
