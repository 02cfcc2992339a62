import AfterwitCausality
public import AfterwitDocument
import AfterwitEncoding
import AfterwitJournal
internal import AfterwitText

/// One replica and one entry, to which changes are made on versions of choice.
struct FieldScene {
  private(set) var replica = FieldReplica()
  private var tips: [UInt8: FieldEnvelope] = [:]
  private let entry = EntryID([UInt8](repeating: 5, count: 10)) ?? .journal

  /// The heads of everything made.
  var frontier: [EnvelopeID] { replica.frontier }

  /// Whether the entry is hidden.
  var isHidden: Bool { replica.picture.isHidden[entry] == true }

  /// When the entry was created, and when modified.
  var times: [UInt64] { replica.picture.times[entry]?.map(\.rawValue) ?? [] }

  func key(_ field: FieldName) -> FieldKey { FieldKey(entry: entry, field: field) }

  /// A register's values, the shown one first.
  func register(_ field: FieldName) -> [String] {
    guard case .register(let register)? = replica.shelf.states[key(field)]?.value else { return [] }
    return register.writes.last.map { [$0.value] + register.others } ?? []
  }

  func set(_ field: FieldName) -> [String] {
    guard case .set(let set)? = replica.shelf.states[key(field)]?.value else { return [] }
    return set.elements.map(\.string)
  }

  func text(_ field: FieldName) -> String {
    guard case .text(let text)? = replica.shelf.states[key(field)]?.value else { return "" }
    return text.text
  }

  /// What the entry shows.
  private var shown: EntryView? {
    var shelf = replica.shelf
    shelf.deriveParts()
    return shelf.presences[key(.presence)].map {
      EntryView(id: entry, content: shelf.content(of: entry, $0))
    }
  }

  func view(of field: FieldName) -> FieldView? { shown?.value(of: field.name.string) }

  func list(_ field: FieldName) -> [ElementView] { shown?.list(field.name.string) ?? [] }

  /// What is under review, in the entry and in the elements of its lists.
  var openParts: [OpenPart] { shown?.allOpenParts.map(\.part) ?? [] }

  func notUnderstood(_ field: FieldName) -> [EnvelopeID] {
    Array(replica.picture.notUnderstood[key(field)] ?? [])
  }

  /// Makes a change of the entry and admits it.
  mutating func make(
    by device: UInt8, at time: UInt64 = 0, after version: [EnvelopeID], damaged: Bool = false,
    _ operations: (FieldName, Operations)...
  ) throws -> EnvelopeID {
    let blocks = operations.map { Change.Block(key: key($0.0), operations: $0.1) }
    return try admit(by: device, at: time, after: version, damaged: damaged, blocks)
  }

  /// Admits a change of given blocks.
  @discardableResult
  mutating func admit(
    by device: UInt8, at time: UInt64 = 0, after version: [EnvelopeID], damaged: Bool = false,
    _ blocks: [Change.Block]
  ) throws -> EnvelopeID {
    let tip = tips[device]
    let change = Change(
      timestamp: Timestamp(rawValue: time),
      followsPredecessor: tip.map { version.contains($0.id) } ?? false,
      parents: version.filter { $0 != tip?.id }, blocks: blocks)
    let number = (tip?.order.number ?? 0) + 1
    // Ids fall while numbers rise, so that no test passes because the two agree.
    let id = [UInt8(255 - replica.shelf.graph.count)] + [UInt8](repeating: device, count: 31)
    let order = TextOrder(
      device: DeviceID([UInt8](repeating: device, count: 32)) ?? .zero, number: number,
      envelope: EnvelopeID(id) ?? .zero)
    let envelope = FieldEnvelope(
      order: order, previous: tip?.id ?? .zero, body: change.body + (damaged ? [0xff] : []))
    tips[device] = envelope
    try replica.admit(envelope)
    return envelope.id
  }
}

extension ExactString: ExpressibleByStringLiteral {
  /// Writes elements of sets shortly in tests.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}
