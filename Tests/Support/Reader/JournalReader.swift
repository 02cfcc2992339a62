public import AfterwitVectors

// A reader of a journal, written from the chapters of Protocol and from nothing else: no code of the
// modules that it checks reads a byte for it. It takes all envelopes at once, asks everything anew
// of sets of ancestors, and keeps nothing. Texts and their reviews are those of the naive reference.
//
// Cost: O(n²) for n envelopes, and that of the reference for each text.

/// What the envelopes of a journal show to one of its members.
public struct JournalReader {
  /// The rules that are broken.
  let departures: Set<ReaderDeparture>
  let journal: Bytes
  /// What is held, in the order in which it could be taken.
  private(set) var held: [ReadEnvelope] = []
  /// The changes that have a place, parents first.
  private(set) var changes: [PlacedChange] = []
  /// The changes that are taken back.
  private(set) var void: Set<Int> = []
  /// The envelopes that wait.
  private(set) var waiting: Set<Bytes> = []

  /// Reads the envelopes of a journal in any order.
  ///
  /// - Parameters:
  ///   - genesis: the id of the envelope that founded it.
  ///   - member: who reads.
  ///   - departures: rules to break.
  public init(
    _ envelopes: [[UInt8]], genesis: [UInt8], member: PlainMember,
    departures: Set<ReaderDeparture> = []
  ) {
    self.departures = departures
    let read = envelopes.compactMap(ReadEnvelope.init)
    let first = read.first { $0.id == Bytes(genesis) }
    journal = first?.journal ?? Bytes([])
    var roster = ReadRoster()
    if let first, first.kind == 3, first.number == 1 {
      try? roster.fold(first.payload, by: 255)
      admit(read.filter { $0.journal == journal }, roster: &roster)
    }
    place(with: roster.keys(of: member, journal: journal))
    void = findVoid()
  }

  func departs(_ departure: ReaderDeparture) -> Bool { departures.contains(departure) }

  /// Takes what a member signed and what is the next in its log, until nothing more can be taken.
  private mutating func admit(_ envelopes: [ReadEnvelope], roster: inout ReadRoster) {
    var left = envelopes
    while let next = left.firstIndex(where: { mayAdmit($0, roster: roster) }) {
      let envelope = left.remove(at: next)
      if departs(.unknownKindRefused), envelope.kind != 1, envelope.kind != 3 { continue }
      let rank = roster.members[envelope.device]?.rank ?? 0
      if envelope.kind == 3 { try? roster.fold(envelope.payload, by: rank) }
      if !held.contains(where: { $0.id == envelope.id }) { held.append(envelope) }
    }
  }

  private func mayAdmit(_ envelope: ReadEnvelope, roster: ReadRoster) -> Bool {
    guard let author = roster.members[envelope.device], envelope.isSigned(by: author.key) else {
      return false
    }
    return envelope.number == 1
      || held.contains {
        $0.id == envelope.previous && $0.device == envelope.device
          && $0.number + 1 == envelope.number
      }
  }

  /// Gives changes their places, parents first; what is left waits.
  private mutating func place(with keys: [(epoch: UInt64, key: [UInt8])]) {
    var left = held.filter { $0.kind == 1 }.map { ($0, $0.opened(with: keys)) }
    while let next = left.firstIndex(where: { parents(of: $0.0, $0.1) != nil }) {
      let (envelope, opened) = left.remove(at: next)
      let named = parents(of: envelope, opened) ?? nil
      let above = Set((named ?? []).flatMap { changes[$0].ancestors.union([$0]) })
      changes.append(
        PlacedChange(
          envelope, opened, parents: maximal(Set(named ?? [])), ancestors: above,
          hasEffect: named != nil))
      settleEffect(of: changes.count - 1)
    }
    waiting = Set(left.map(\.0.id))
  }

  /// The parents of a change; none known while it waits, and none named where it has no effect and
  /// no parents.
  private func parents(of envelope: ReadEnvelope, _ opened: ReadEnvelope.Opened) -> [Int]?? {
    if case .waits = opened { return nil }
    guard case .body(let body) = opened else { return .some(nil) }
    var cursor = PlainCursor(body)
    guard let prefix = try? ReadPrefix(&cursor) else { return .some(nil) }
    let isFlagged = prefix.isFlagged && !departs(.flagIgnored)
    let named = prefix.parents + (isFlagged ? [envelope.previous] : [])
    if prefix.parents.contains(envelope.previous) { return .some(nil) }
    let others = Set(held.filter { $0.kind != 1 }.map(\.id)).intersection(named)
    let found = named.compactMap { id in changes.firstIndex { $0.envelope.id == id } }
    let isPlaced = { (place: Int) in
      self.changes[place].hasEffect || !self.departs(.effectlessPlaceless)
    }
    guard found.count + others.count == named.count, found.allSatisfy(isPlaced) else { return nil }
    return .some(others.isEmpty ? found : nil)
  }

  /// The changes of a set that no other of the set descends from, ascending.
  func maximal(_ set: Set<Int>) -> [Int] {
    set.filter { change in !set.contains { changes[$0].ancestors.contains(change) } }.sorted()
  }

  /// Whether a change has an effect, and on which fields it is set aside.
  private mutating func settleEffect(of place: Int) {
    guard changes[place].hasEffect else { return }
    guard let change = changes[place].change else {
      changes[place].hasEffect = false
      return
    }
    let before = changes[place].ancestors.filter { changes[$0].hasEffect }.map { changes[$0] }
    for (field, edit) in change.blocks where field.family != 4 {
      let restsOnStrange =
        before.contains { $0.aside.contains(field) }
        && (field.family != 8 || departs(.undoSetAside))
      if edit.isStrange || restsOnStrange && !departs(.asideIgnored) {
        changes[place].aside.insert(field)
      } else if let operations = edit.operations,
        !fits(operations, in: field, at: changes[place].ancestors)
      {
        if departs(.unfitInPart) {
          changes[place].aside.insert(field)
        } else {
          changes[place].hasEffect = false
        }
      }
    }
    if departs(.asideWhole), !changes[place].aside.isEmpty { changes[place].hasEffect = false }
  }
}

/// A change that has a place.
struct PlacedChange {
  let envelope: ReadEnvelope
  let prefix: ReadPrefix?
  let change: ReadChange?
  let parents: [Int]
  let ancestors: Set<Int>
  /// Whether it has an effect.
  var hasEffect: Bool
  /// The fields on which its operations are set aside.
  var aside: Set<ReadField> = []

  init(
    _ envelope: ReadEnvelope, _ opened: ReadEnvelope.Opened, parents: [Int],
    ancestors: Set<Int>, hasEffect: Bool
  ) {
    (self.envelope, self.parents, self.ancestors) = (envelope, parents, ancestors)
    guard hasEffect, case .body(let body) = opened else {
      (prefix, change, self.hasEffect) = (nil, nil, false)
      return
    }
    var cursor = PlainCursor(body)
    prefix = try? ReadPrefix(&cursor)
    change = try? ReadChange(body)
    self.hasEffect = true
  }
}
