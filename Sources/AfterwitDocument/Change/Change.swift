public import AfterwitCausality
public import AfterwitEncoding

/// An atomic run of operations with its parents: what one command did.
///
/// Its body is sealed into one envelope. The prefix (timestamp, parents) and the division into
/// blocks never change their meaning, so a later version's change keeps its place in the causal
/// graph even where its operations are not understood.
///
/// ```swift
/// var random = SystemRandomNumberGenerator()
/// let entry = EntryID(from: &random)
/// let title = FieldKey(entry: entry, field: FieldName("title", family: .register))
/// let change = Change(
///   timestamp: Timestamp(milliseconds: 1_764_000_000_000, counter: 0), followsPredecessor: true,
///   parents: [], blocks: [Change.Block(key: title, operations: .register("Onsite at Acme"))])
///
/// let opened = try Change(body: change.body)
/// #expect(opened.blocks.first?.operations == .register("Onsite at Acme"))
/// #expect(opened == change)
/// ```
public struct Change: Hashable, Sendable {
  /// The most parents a change names.
  public static let parentLimit = 256

  /// The operations on one field.
  public struct Block: Hashable, Sendable {
    /// The field.
    public let key: FieldKey
    /// What is done to it.
    public let operations: Operations

    /// Operations on a field.
    public init(key: FieldKey, operations: Operations) {
      self.key = key
      self.operations = operations
    }

    /// Whether it takes changes back.
    var isUndo: Bool { if case .undo = operations { true } else { false } }
  }

  /// When it was made, by the wall clock of its author's machine.
  public let timestamp: Timestamp
  /// Whether the envelope before it in its log is one of its parents.
  public let followsPredecessor: Bool
  /// The other heads of the version its author was shown, ascending.
  public let parents: [EnvelopeID]
  /// The operations, one block a field, ascending by key.
  public let blocks: [Block]

  /// A change of given parts, brought into canonical order; each field at most once.
  public init(
    timestamp: Timestamp, followsPredecessor: Bool, parents: [EnvelopeID], blocks: [Block]
  ) {
    self.timestamp = timestamp
    self.followsPredecessor = followsPredecessor
    self.parents = parents.sorted()
    self.blocks = blocks.sorted { $0.key < $1.key }
    precondition(blocks.count == 1 || !blocks.contains(where: \.isUndo))
    precondition(zip(self.blocks, self.blocks.dropFirst()).allSatisfy { $0.key < $1.key })
  }

  /// A change of parts that were read in canonical order.
  init(_ prefix: ChangePrefix, blocks: [Block]) {
    timestamp = prefix.timestamp
    followsPredecessor = prefix.followsPredecessor
    parents = prefix.parents
    self.blocks = blocks
  }

  /// The changes that it takes back, which is all that it does then; `nil` for any other change.
  public var undone: [EnvelopeID]? {
    if case .undo(let changes)? = blocks.first?.operations { changes } else { nil }
  }

  /// What the change does to a field, or `nil` where it has no block of it.
  /// - Complexity: O(log *blocks*).
  public func operations(on key: FieldKey) -> Operations? {
    let place = blocks.partitioningIndex { $0.key >= key }
    return place < blocks.count && blocks[place].key == key ? blocks[place].operations : nil
  }

  /// The same change with nothing but what it does to an entry; one that takes others back is whole.
  package func only(_ entry: EntryID) -> Change {
    let first = blocks.partitioningIndex { $0.key.entry >= entry }
    let end = blocks.partitioningIndex { $0.key.entry > entry }
    guard undone == nil, end - first < blocks.count else { return self }
    return Change(
      timestamp: timestamp, followsPredecessor: followsPredecessor, parents: parents,
      blocks: Array(blocks[first..<end]))
  }
}
