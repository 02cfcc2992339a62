// What an event took out because it stood twice comes back while all that was kept of it is void: a
// lane counts one deletion of it less then.

/// What an event took out of the words of another because they stood before it as well.
struct TakenCopy: Hashable, Sendable {
  /// The numbers of what it took out.
  let numbers: [Range<ScalarNumber>]
  /// The hunks that inserted the same before it, at least one.
  let kept: [HunkPlace]
}

extension SpanTracker {
  /// Keeps of what an event took out where the same was kept; the lanes are those that hold the event.
  mutating func keep(_ found: [TakenCopy], takenOutBy event: Int, in lanes: [Int]) {
    guard !found.isEmpty else { return }
    copies[event] = found
    for lane in lanes {
      hideCopies(in: lane)
      laneUndos[lane].takers.insert(event)
      bringCopiesBack(in: lane)
    }
  }

  /// Whether a scalar that an event took out is there again by all that was taken back.
  func isBack(_ scalar: ScalarNumber, takenOutBy event: Int) -> Bool {
    copies[event]?.contains { copy in
      copy.kept.allSatisfy { isVoid($0) } && copy.numbers.contains { $0.contains(scalar) }
    } ?? false
  }

  /// Brings back in a lane what was taken out, where all that was kept of it is void.
  ///
  /// - Parameter overruling: whether that is told by all events taken in, or by those of the version.
  mutating func bringCopiesBack(in lane: Int, overruling: Bool = false) {
    laneUndos[lane].back = copiesBack(in: lane, overruling: overruling)
    for numbers in laneUndos[lane].back.flatMap(\.numbers) {
      shift(numbers: numbers, by: -1, in: lane)
    }
  }

  private func copiesBack(in lane: Int, overruling: Bool) -> [TakenCopy] {
    let takers = laneUndos[lane].takers.filter {
      !(overruling ? undos.isVoid($0) : isVoid($0, in: lane))
    }
    return takers.sorted().flatMap { event in
      (copies[event] ?? []).filter { copy in
        copy.kept.allSatisfy { overruling ? isVoid($0) : isVoid($0, in: lane) }
      }
    }
  }

  /// Takes out again in a lane what was brought back.
  mutating func hideCopies(in lane: Int) {
    for numbers in laneUndos[lane].back.flatMap(\.numbers) {
      shift(numbers: numbers, by: 1, in: lane)
    }
    laneUndos[lane].back.removeAll()
  }
}
