internal import AfterwitCausality
public import AfterwitDocument
public import AfterwitEncoding
internal import AfterwitText
internal import GRDB

internal import struct Foundation.Data

// A shelf gathers what a transaction reads and merges, so that for many changes to one field it is
// decoded once and written once. The causal graph is loaded only for a change that was not made on
// everything that is here; any other has seen all that can be asked about.
//
// Graph and histories are handed from one transaction to the next through the store's replay memory,
// so that a long synchronisation does not load them again for every page.

/// Fields of the store during one write transaction; ``flush()`` writes them back.
public struct StoreShelf: ChangeShelf {
  let transaction: Transaction
  private var frontier: [Int]
  private var graph: CausalGraph?
  private var presences: [FieldKey: Presence] = [:]
  private var states: [FieldKey: FieldState] = [:]
  private var histories: [FieldKey: FieldHistory] = [:]
  private var events: [FieldKey: [(index: Int, parents: [Int])]] = [:]
  /// What was taken back, once somebody has asked.
  var knownUndos: Undos?
  /// The change of many entries that was read last.
  var knownChange: PlacedChange?
  /// Hunks in which two devices wrote the same, found since the start.
  public private(set) var twins: [FieldKey: [TextConflict]] = [:]
  private var changedPresences: Set<FieldKey> = []
  private var changedStates: Set<FieldKey> = []

  /// Starts an empty shelf on a write transaction.
  public init(_ transaction: Transaction) throws {
    self.transaction = transaction
    frontier = try transaction.frontier()
    if let kept = transaction.replayMemory.take(of: try transaction.moment()) {
      graph = kept.graph
      histories = kept.histories
    }
  }

  /// Starts an empty shelf that only reads; it does not touch what writes leave for each other.
  public init(reading transaction: Transaction) throws {
    self.transaction = transaction
    frontier = try transaction.frontier()
  }

  /// The heads of what all of these changes have seen; a change has seen itself.
  public mutating func commonAncestors(of indices: [Int]) throws -> [Int] {
    try commonAncestors(of: indices.map { [$0] })
  }

  /// The heads of what all of these versions hold.
  public mutating func commonAncestors(of versions: [[Int]]) throws -> [Int] {
    guard let first = versions.first else { return [] }
    let graph = try loadedGraph()
    return versions.dropFirst().reduce(first) { graph.commonAncestors($0, $1) }
  }

  /// The entries whose fields or presence were kept since the start.
  public var touchedEntries: Set<EntryID> {
    Set(changedStates.map(\.entry)).union(changedPresences.map(\.entry))
  }

  /// Records a change in the store and in the graph in memory, after it was merged or found unfit.
  ///
  /// - Parameter entries: those that it has a block of, if it has an effect.
  public mutating func insertChange(
    stamp: ChangeStamp, body: [UInt8], entries: Set<EntryID>
  ) throws {
    try transaction.insertChange(stamp: stamp, body: body, entries: entries)
    graph?.append(parents: stamp.parents)
    frontier.removeAll { stamp.parents.contains($0) }
    frontier.append(stamp.index)
  }

  /// Writes everything that was kept since the start.
  public mutating func flush() throws {
    let database = transaction.database
    for key in changedPresences {
      guard let presence = presences[key] else { continue }
      try database.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO presence (entry, list, element, state) VALUES (?, ?, ?, ?)
          """
      ).execute(arguments: key.ownerArguments + [Data(presence.bytes)])
    }
    for key in changedStates {
      try deriveParts(of: key)
      guard let state = states[key] else { continue }
      try database.cachedStatement(
        sql: """
          INSERT INTO field (entry, list, element, name, family, state) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET state = excluded.state
          """
      ).execute(arguments: key.arguments + [Data(state.bytes)])
      try flushEvents(of: key)
    }
    transaction.replayMemory.keep(
      ReplayMemory.Content(graph: graph, histories: histories), at: try transaction.moment())
  }

  private mutating func deriveParts(of key: FieldKey) throws {
    guard case .text(var field)? = states[key]?.value, field.isReviewStale else { return }
    if field.conflicts.isEmpty {
      FieldHistory(indices: [], text: TextHistory()).deriveParts(of: &field)
    } else {
      let history = try history(of: key)
      history.deriveParts(of: &field)
      histories[key] = history
    }
    states[key] = FieldState(
      value: .text(field), notUnderstood: states[key]?.notUnderstood ?? [])
  }

  private mutating func flushEvents(of key: FieldKey) throws {
    guard let added = events.removeValue(forKey: key),
      let eventCount = states[key]?.history?.eventCount
    else { return }
    let row = try fieldRow(key)
    let insert = try transaction.database.cachedStatement(
      sql: "INSERT INTO text_event (field, position, change, parents) VALUES (?, ?, ?, ?)")
    for (offset, event) in added.enumerated() {
      var parents = ByteBuilder()
      parents.append(list: event.parents)
      try insert.execute(arguments: [
        row, eventCount - added.count + offset, event.index, Data(parents.bytes),
      ])
    }
  }

  private func fieldRow(_ key: FieldKey) throws -> Int64? {
    let statement = try transaction.database.cachedStatement(
      sql: "SELECT rowid FROM field WHERE \(FieldKey.condition)")
    return try Int64.fetchOne(statement, arguments: key.arguments)
  }
}

extension StoreShelf {
  /// The presence of an entry.
  public mutating func presence(of key: FieldKey) throws -> Presence? {
    if let presence = presences[key] { return presence }
    let presence = try transaction.presence(of: key)
    presences[key] = presence
    return presence
  }

  /// Keeps the presence of an entry.
  public mutating func put(_ presence: Presence, of key: FieldKey) {
    presences[key] = presence
    changedPresences.insert(key)
  }

  /// The state of a field.
  public mutating func state(of key: FieldKey) throws -> FieldState? {
    if let state = states[key] { return state }
    let state = try transaction.state(of: key)
    states[key] = state
    return state
  }

  /// Hands over the state of a field, until it is kept again.
  public mutating func takeState(of key: FieldKey) throws -> FieldState? {
    try states.removeValue(forKey: key) ?? transaction.state(of: key)
  }

  /// Keeps the state of a field.
  public mutating func put(_ state: FieldState, of key: FieldKey) {
    states[key] = state
    changedStates.insert(key)
  }

  /// Returns the history of a field if a merge has kept it.
  public mutating func takeHistory(of key: FieldKey) -> FieldHistory? {
    histories.removeValue(forKey: key)
  }

  /// Keeps the history of a field for merges to come.
  public mutating func keep(_ history: FieldHistory, of key: FieldKey) {
    histories[key] = history
  }

  /// Adds an event to a field.
  public mutating func addEvent(index: Int, parents: [Int], to key: FieldKey) {
    events[key, default: []].append((index, parents))
  }

  /// Adds hunks in which two devices wrote the same.
  public mutating func meet(_ twins: [TextConflict], in key: FieldKey) {
    self.twins[key, default: []] += twins
  }

  /// The history of a field, loaded if no merge has kept it.
  public mutating func history(of key: FieldKey) throws -> FieldHistory {
    if let history = histories.removeValue(forKey: key) { return history }
    guard let text = try state(of: key)?.history?.text else {
      return FieldHistory(indices: [], text: TextHistory())
    }
    return try loadHistory(of: key, giving: text)
  }

  /// Loads the history of a field that gives this text.
  public mutating func loadHistory(of key: FieldKey, giving text: String) throws -> FieldHistory {
    var indices: [Int] = []
    var loaded: [TextEvent] = []
    let rows = try Row.fetchCursor(
      transaction.database,
      sql: """
        SELECT change.position, text_event.parents, change.device, change.number, change.id,
          change.body
        FROM text_event JOIN change ON change.position = text_event.change
        WHERE field = ? ORDER BY text_event.position
        """, arguments: [try fieldRow(key)])
    while let row = try rows.next() {
      let parents: Data = row[1]
      indices.append(row[0])
      loaded.append(
        try event(
          row: row, index: row[0], key: key, parents: try Transaction.list(parents),
          behind: loaded))
    }
    for event in events[key] ?? [] {
      indices.append(event.index)
      loaded.append(
        try storedEvent(index: event.index, parents: event.parents, key: key, behind: loaded))
    }
    return FieldHistory(indices: indices, text: TextHistory(events: loaded, text: text))
  }

  /// The events of a text from the first on that is of a change at or behind an index, ascending.
  public mutating func lastEvents(of key: FieldKey, from index: Int) throws -> [LastEvent] {
    let rows = try transaction.database.cachedStatement(
      sql: """
        SELECT position, change, parents FROM text_event WHERE field = ? ORDER BY position DESC
        """)
    var found: [LastEvent] = []
    let cursor = try Row.fetchCursor(rows, arguments: [try fieldRow(key)])
    while let row = try cursor.next(), row[1] as Int >= index {
      found.append(
        LastEvent(position: row[0], index: row[1], parents: try Transaction.list(row[2])))
    }
    found.reverse()
    let added = events[key] ?? []
    let stored = try (state(of: key)?.history?.eventCount ?? 0) - added.count
    for (place, event) in added.enumerated() where event.index >= index {
      found.append(
        LastEvent(position: stored + place, index: event.index, parents: event.parents))
    }
    return found
  }

  /// Whether a change is among a version's heads or their ancestors.
  public mutating func isAncestor(_ index: Int, orEqualToAnyOf version: [Int]) throws -> Bool {
    if version == frontier || version.contains(index) { return true }
    return try loadedGraph().isAncestor(index, orEqualToAnyOf: version)
  }

  /// Whether all changes from one to another were made one after another, each on the one before.
  public mutating func isRow(from first: Int, to last: Int) throws -> Bool {
    try loadedGraph().isRow(from: first, to: last)
  }

  /// The maximal candidates among those that a version holds.
  public mutating func maximal(
    among candidates: [Int], atOrBefore version: [Int]
  ) throws -> [Int] {
    // Heads have not seen each other.
    if candidates.allSatisfy({ version.contains($0) && frontier.contains($0) }) {
      return candidates.sorted()
    }
    return try loadedGraph().maximal(among: candidates, atOrBefore: version)
  }

  private mutating func loadedGraph() throws -> CausalGraph {
    if let graph { return graph }
    let loaded = try transaction.causalGraph()
    graph = loaded
    return loaded
  }

  private func storedEvent(
    index: Int, parents: [Int], key: FieldKey, behind earlier: [TextEvent]
  ) throws -> TextEvent {
    let row = try Row.fetchOne(
      transaction.database,
      sql: "SELECT 0, 0, device, number, id, body FROM change WHERE position = ?",
      arguments: [index])
    guard let row else { throw StoreFailure.damaged("change \(index) is missing") }
    return try event(row: row, index: index, key: key, parents: parents, behind: earlier)
  }

  private func event(
    row: Row, index: Int, key: FieldKey, parents: [Int], behind earlier: [TextEvent]
  ) throws -> TextEvent {
    let order = TextOrder(
      device: try row.identifier(2), number: UInt64(bitPattern: row[3]),
      envelope: try row.identifier(4))
    if let known = knownChange, known.stamp.index == index,
      let operations = known.change.operations(on: key)?.historyOperations
    {
      return TextEvent(order: order, parents: parents, operations: operations)
    }
    let body: Data = row[5]
    if let operations = try Operations(on: key, inBody: Array(body))?.historyOperations {
      return TextEvent(order: order, parents: parents, operations: operations)
    }
    guard let undone = try? Change(body: Array(body)).undone else {
      throw StoreFailure.damaged("a change lacks the field it is listed for")
    }
    let positions = earlier.indices.filter { undone.contains(earlier[$0].order.envelope) }
    return TextEvent(order: order, parents: parents, operations: [], undone: positions)
  }
}
