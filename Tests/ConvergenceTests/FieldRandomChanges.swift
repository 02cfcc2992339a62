import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitText

/// A change as its author made it, with what the author knew.
struct FieldMadeChange {
  let envelope: FieldEnvelope
  let blocks: [Change.Block]
  /// The places, among all changes made, of everything the author had seen.
  let ancestors: Set<Int>
  /// Whether the body after its prefix is damaged.
  let isMalformed: Bool
  /// The fields whose operations lie outside the text that was shown.
  let misfits: Set<FieldKey>
  /// What was done to texts.
  let hunks: [FieldKey: [FieldHunk]]
  /// The places of the changes that it names to take them back.
  var undone: [Int] = []
}

/// Several replicas that edit some entries, leave editors open, and now and then exchange changes.
struct FieldRandomChanges {
  /// What a person was shown.
  private struct Shown {
    var version: [EnvelopeID]
    var states: [FieldKey: FieldState]
  }

  private struct Author {
    var device: DeviceID
    var replica = FieldReplica()
    var tip: EnvelopeID?
    var number: UInt64 = 0
    /// What an editor that was left open shows.
    var draft: Shown?
  }

  private(set) var made: [FieldMadeChange] = []
  private var places: [EnvelopeID: Int] = [:]
  private var authors: [Author] = []
  private var random: SeededGenerator
  private var typed: UInt32 = 0

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    for _ in 0..<Int.random(in: 2...4, using: &random) {
      authors.append(Author(device: identifier()))
    }
    for _ in 0..<Int.random(in: 6...30, using: &random) {
      let author = authors.indices.randomElement(using: &random) ?? 0
      if Int.random(in: 0..<3, using: &random) == 0 {
        try exchange(from: authors.indices.randomElement(using: &random) ?? 0, to: author)
      } else {
        try edit(author)
      }
    }
  }

  /// What each author holds at the end.
  var replicas: [FieldReplica] { authors.map(\.replica) }

  /// All changes in a random order in which parents come first.
  func admission(using random: inout SeededGenerator) throws -> [FieldEnvelope] {
    var waiting = made.map(\.envelope)
    var known = FieldReplica { _ in false }
    var order: [FieldEnvelope] = []
    while !waiting.isEmpty {
      let ready = try waiting.indices.filter { try known.isReady(for: waiting[$0]) }
      guard let pick = ready.randomElement(using: &random) else { break }
      let envelope = waiting.remove(at: pick)
      try known.admit(envelope)
      order.append(envelope)
    }
    return order
  }

  private mutating func exchange(from source: Int, to target: Int) throws {
    for change in made
    where authors[source].replica.places[change.envelope.id] != nil
      && authors[target].replica.places[change.envelope.id] == nil
    {
      try authors[target].replica.admit(change.envelope)
    }
    if Bool.random(using: &random) { try authors[target].replica.reload() }
  }

  private mutating func edit(_ author: Int) throws {
    let now = Shown(
      version: authors[author].replica.frontier, states: authors[author].replica.shelf.states)
    if Int.random(in: 0..<5, using: &random) == 0 { authors[author].draft = now }
    var shown = now
    if let draft = authors[author].draft, Int.random(in: 0..<3, using: &random) == 0 {
      shown = draft
      authors[author].draft = nil
    }
    var writer = FieldWriter(states: shown.states, random: random, typed: typed)
    let undone = undone(among: shown.version)
    let blocks =
      undone.isEmpty
      ? writer.blocks()
      : [
        Change.Block(
          key: .undo, operations: .undo(undone.map { made[$0].envelope.id }.sorted()))
      ]
    (random, typed) = (writer.random, writer.typed)
    let isMalformed = Int.random(in: 0..<30, using: &random) == 0
    let tip = authors[author].tip
    let change = Change(
      timestamp: Timestamp(rawValue: .random(in: 0...9, using: &random)),
      followsPredecessor: tip.map(shown.version.contains) ?? false,
      parents: shown.version.filter { $0 != tip }, blocks: blocks)
    authors[author].number += 1
    let order = TextOrder(
      device: authors[author].device, number: authors[author].number, envelope: identifier())
    let body = isMalformed ? change.body + [0xff] : change.body
    let envelope = FieldEnvelope(order: order, previous: tip ?? .zero, body: body)
    let parents = shown.version.compactMap { places[$0] }
    places[envelope.id] = made.count
    made.append(
      FieldMadeChange(
        envelope: envelope, blocks: blocks,
        ancestors: parents.reduce(into: Set(parents)) { $0.formUnion(made[$1].ancestors) },
        isMalformed: isMalformed, misfits: writer.misfits, hunks: writer.hunks,
        undone: undone))
    authors[author].tip = envelope.id
    try authors[author].replica.admit(envelope)
  }

  /// Now and then the places of one or two changes of a version, which are taken back.
  private mutating func undone(among version: [EnvelopeID]) -> [Int] {
    let parents = version.compactMap { places[$0] }
    let known = parents.reduce(into: Set(parents)) { $0.formUnion(made[$1].ancestors) }.sorted()
    guard Int.random(in: 0..<4, using: &random) == 0, !known.isEmpty else { return [] }
    var picked = (0..<Int.random(in: 1...2, using: &random)).compactMap { _ in
      known.randomElement(using: &random)
    }
    // Some name what its author has not seen.
    if Int.random(in: 0..<6, using: &random) == 0,
      let other = made.indices.randomElement(using: &random)
    {
      picked.append(other)
    }
    return Set(picked).sorted()
  }

  private mutating func identifier<Kind>() -> Identifier32<Kind> {
    Identifier32((0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }) ?? .zero
  }
}
