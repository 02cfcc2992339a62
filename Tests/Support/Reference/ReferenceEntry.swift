internal import AfterwitDocument
public import AfterwitText

// The oracle for reviews of values and of deletions (AW-DOC-24, AW-DOC-25), again from sets of
// ancestors alone.

/// A change as one entry meets it.
public struct ReferenceChange: Sendable {
  /// What a change says about whether the entry is there.
  public enum Mark: Sendable {
    /// It deletes the entry.
    case deletes
    /// It restores the entry.
    case restores
  }

  /// Who made it.
  public var order: TextOrder
  /// When it was made.
  public var timestamp: UInt64
  /// Indices of earlier changes.
  public var parents: [Int]
  /// What it writes to the register in question.
  public var value: String?
  /// Its mark.
  public var mark: Mark?
  /// Whether it touches the entry.
  public var touches: Bool

  /// A change of given parts.
  public init(
    order: TextOrder, timestamp: UInt64, parents: [Int], value: String? = nil, mark: Mark? = nil,
    touches: Bool = true
  ) {
    (self.order, self.timestamp, self.parents) = (order, timestamp, parents)
    (self.value, self.mark, self.touches) = (value, mark, touches)
  }
}

/// An open review of a value or a deletion: changes by index.
public struct ReferenceDecision: Hashable, Sendable {
  /// The changes that are its sides, in their order.
  public let sides: [Int]
  /// The heads of the base, ascending.
  public let base: [Int]
  /// What its hunks are in the bytes of a view, ascending.
  public let hunks: [HunkID]
}

/// What one entry asks about a register and about its deletion.
public struct ReferenceEntry: Sendable {
  private let changes: [ReferenceChange]
  private var ancestors: [Set<Int>] = []

  /// Takes all changes, parents first.
  public init(changes: [ReferenceChange]) {
    self.changes = changes
    for change in changes {
      ancestors.append(Set(change.parents + change.parents.flatMap { ancestors[$0] }))
    }
  }

  /// Whether any change touches the entry.
  public var isTouched: Bool { changes.contains { $0.touches || $0.mark != nil } }

  /// Whether the entry is hidden.
  public var isHidden: Bool {
    changes.indices.contains { deletion in
      changes[deletion].mark == .deletes
        && edits.allSatisfy { ancestors[deletion].contains($0) }
    }
  }

  /// What the register shows at a version, given as every change of it.
  public func shown(at version: Set<Int>) -> String {
    let writes = weighty(maximal(version.filter { changes[$0].value != nil }))
    return writes.max(by: isEarlier).flatMap { changes[$0].value } ?? ""
  }

  /// Current writes without those that are idle, unless all are.
  private func weighty(_ writes: [Int]) -> [Int] {
    guard writes.count > 1 else { return writes }
    let common = writes.map { ancestors[$0] }.reduce(Set(changes.indices)) { $0.intersection($1) }
    let before = Array(shown(at: common).utf8)
    let found = writes.filter { Array((changes[$0].value ?? "").utf8) != before }
    return found.isEmpty ? writes : found
  }

  /// What the register shows, and the values beside it, ascending by bytes (AW-DOC-8).
  public var register: (shown: String, beside: [String]) {
    let writes = weighty(maximal(Set(changes.indices.filter { changes[$0].value != nil })))
      .sorted(by: isEarlier).map { Array((changes[$0].value ?? "").utf8) }
    let beside = Set(writes).subtracting(writes.suffix(1))
      .sorted { $0.lexicographicallyPrecedes($1) }
    return (
      String(decoding: writes.last ?? [], as: UTF8.self),
      beside.map { String(decoding: $0, as: UTF8.self) }
    )
  }

  /// The open review of the register.
  public var value: ReferenceDecision? {
    let writes = maximal(Set(changes.indices.filter { changes[$0].value != nil }))
    var sides: [[UInt8]: Int] = [:]
    for write in weighty(writes).sorted(by: isEarlier) {
      sides[Array((changes[write].value ?? "").utf8)] = write
    }
    guard sides.count > 1, !isHidden else { return nil }
    return decision(
      sides: sides.values.sorted { changes[$0].order < changes[$1].order }, above: writes,
      hunks: writes)
  }

  /// The open review of the deletion.
  public var deletion: ReferenceDecision? {
    let marks = changes.indices.filter { changes[$0].mark != nil }
    let last = marks.filter { mark in
      changes[mark].mark == .deletes && !marks.contains { ancestors[$0].contains(mark) }
    }
    let contested = last.filter { !opponents(of: $0).isEmpty }
    guard let first = contested.max(by: isEarlier), !isHidden else { return nil }
    let others = maximal(Set(contested.flatMap(opponents))).sorted {
      changes[$0].order < changes[$1].order
    }
    let nearest = Set(contested.flatMap { maximal(Set(opponents(of: $0))) })
    return decision(sides: [first] + others, above: [first] + others, hunks: contested + nearest)
  }

  /// Whether a change had seen another one.
  public func descends(_ change: Int, from other: Int) -> Bool { ancestors[change].contains(other) }

  private var edits: [Int] {
    changes.indices.filter { changes[$0].touches && changes[$0].mark != .deletes }
  }

  private func opponents(of deletion: Int) -> [Int] {
    edits.filter { !ancestors[$0].contains(deletion) && !ancestors[deletion].contains($0) }
  }

  private func decision(sides: [Int], above heads: [Int], hunks: [Int]) -> ReferenceDecision {
    let base = heads.map { ancestors[$0] }.reduce(Set(changes.indices)) { $0.intersection($1) }
    return ReferenceDecision(
      sides: sides, base: maximal(base).sorted(),
      hunks: hunks.map { HunkID(envelope: changes[$0].order.envelope, number: 0) }.sorted())
  }

  private func isEarlier(_ left: Int, _ right: Int) -> Bool {
    (changes[left].timestamp, changes[left].order.envelope)
      < (changes[right].timestamp, changes[right].order.envelope)
  }

  private func maximal(_ set: Set<Int>) -> [Int] {
    set.filter { change in !set.contains { ancestors[$0].contains(change) } }
  }
}
