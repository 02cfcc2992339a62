internal import Synchronization

// A stored history holds the text that stands, and of what was deleted the scalars, the last
// deletion first. What each event inserted is found by going back: undo the last run, then the one
// before. An undone insertion gives up what it had inserted; an undone deletion takes the next
// scalars from the store of deleted ones.
//
// Cost: once O(units), when somebody first asks.

/// What the events of a stored history inserted, put in order when first asked for.
package final class EarlierText: Sendable {
  private let log: EventLog
  private let standing: ArraySlice<UInt8>
  private let deleted: ArraySlice<UInt8>
  private let found = Mutex<ScalarBuffer?>(nil)

  /// - Parameters:
  ///   - log: the events; the patches of it were found to fit.
  ///   - standing: the UTF-8 of the text that they give.
  ///   - deleted: that of what they deleted, the last run first.
  package init(log: EventLog, standing: ArraySlice<UInt8>, deleted: ArraySlice<UInt8>) {
    (self.log, self.standing, self.deleted) = (log, standing, deleted)
  }

  /// The scalars inserted, in the order of the events.
  var typed: ScalarBuffer {
    found.withLock { found in
      if let found { return found }
      let typed = undone()
      found = typed
      return typed
    }
  }

  private func undone() -> ScalarBuffer {
    guard let patches = try? log.patches(.byRun), var text = ScalarBuffer(utf8: standing),
      let deleted = ScalarBuffer(utf8: deleted)
    else { return ScalarBuffer() }
    var taken = 0
    var undone: [UInt8] = []
    var pieces: [Int] = []
    var end = patches.count
    while end > 0 {
      let start = patches[..<end].lastIndex(where: \.startsRun) ?? 0
      let run = patches[start..<end]
      end = start
      // The scalars that a run deleted are stored in the order of the text.
      var stored = taken + run.reduce(0) { $0 + ($1.typed == nil ? $1.count : 0) }
      taken = stored
      for patch in run.reversed() {
        if patch.typed != nil {
          pieces.append(undone.count)
          text.cut(patch.count, at: patch.position, into: &undone)
        } else {
          text.insert(stored - patch.count..<stored, of: deleted, at: patch.position)
          stored -= patch.count
        }
      }
    }
    var typed: [UInt8] = []
    typed.append(undone, backwardsFrom: pieces)
    return ScalarBuffer(utf8: typed[...]) ?? ScalarBuffer()
  }
}
