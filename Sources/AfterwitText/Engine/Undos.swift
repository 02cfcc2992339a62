// To take a change back is itself a change, which may be taken back in turn. So what stands is told by
// a walk along those that name each other: a change is void while one that takes it back stands.
// Nothing names itself or anything behind it, and so the walk ends.

/// Which changes take back which, by index; those that were made later have greater indices.
public struct Undos: Hashable, Sendable {
  private var named: [Int: [Int]] = [:]
  private var undos: [Int: [Int]] = [:]

  /// Nothing was taken back.
  public init() {}

  /// Whether nothing was ever taken back.
  public var isEmpty: Bool { named.isEmpty }

  /// The changes that one takes back, ascending; none for one that takes nothing back.
  public subscript(undo: Int) -> [Int] { named[undo] ?? [] }

  /// The changes that take a change back, void or not, ascending.
  public func undos(of change: Int) -> [Int] { undos[change] ?? [] }

  /// Says that a change takes back some earlier ones.
  public mutating func append(_ undo: Int, of changes: [Int]) {
    named[undo] = changes.sorted()
    for change in changes { undos[change, default: []].append(undo) }
  }

  /// Whether a change takes others back, rather than doing something itself.
  public func isUndo(_ change: Int) -> Bool { named[change] != nil }

  /// Whether a change is taken back, by one that is not taken back itself.
  /// - Complexity: O(*changes that take it back, or those in turn*).
  public func isVoid(_ change: Int) -> Bool {
    undos[change]?.contains { !isVoid($0) } ?? false
  }

  /// The changes that do something themselves, of which one that takes others back, directly or
  /// through others, decides; ascending.
  public func decided(by undo: Int) -> [Int] {
    var found: Set<Int> = []
    var open = [undo]
    while let next = open.popLast() {
      for change in self[next] where found.insert(change).inserted { open.append(change) }
    }
    return found.filter { !isUndo($0) }.sorted()
  }

  /// All changes that anything takes back and that take nothing back themselves, ascending.
  public var known: [Int] { undos.keys.filter { !isUndo($0) }.sorted() }

  /// Those of some changes that take others back, ascending.
  func among(_ changes: [Range<Int>]) -> [Int] {
    named.keys.filter { undo in changes.contains { $0.contains(undo) } }.sorted()
  }
}
