internal import AfterwitEncoding

// What events do to the merged text can be told in two ways. By run: each run's place is counted
// from the leaf up, and the patches stand in the order of the events. That is what one event asks
// for, and what the stored form of a history needs.
//
// Where a whole branch comes at once nobody asks what each of its runs did, only what has become of
// the text. So each span remembers whether the text showed it when it was last told, and at the end
// one walk over the sequence compares that with what the merged text shows now. The patches ascend,
// and the gap of the text goes over it once.
//
// Invariant: where the text is not told at the end, it has been told of every span: `wasShown` is
// the opposite of `isDeleted`.
//
// Cost: by run O(log spans) for each piece; at the end O(spans) for all together.

extension SpanTracker {
  /// When the text is told what events do to it.
  package enum Telling: Sendable {
    /// Never: it knows already, or nobody asks.
    case never
    /// With each run, which counts in the text that those before left.
    case byRun
    /// Of all together, by ``tell(into:)``.
    case atEnd
  }

  /// How long the merged text is.
  var length: Int { spans.shownCount - excess }

  /// Begins to take events in.
  ///
  /// - Parameters:
  ///   - length: how long the merged text of all events taken in so far is.
  ///   - runs: how many runs are to come; few do not make up for a walk over everything.
  mutating func begin(_ telling: Telling, length: Int, runs: Int) {
    excess = spans.shownCount - length
    self.telling = telling == .atEnd && runs < spans.leaves.count ? .byRun : telling
  }

  /// Says that a run which comes next inserts what was typed under its numbers.
  mutating func note(_ run: UnitRun, in lane: Int) {
    guard telling == .atEnd else { return }
    lanes[lane].typed.append(run.typed.lowerBound, as: lanes[lane].nextNumber)
  }

  /// Tells the text what has become of it, where that is told at the end.
  ///
  /// - Parameter patches: gets what to do, one after another, from the start of the text on.
  mutating func tell(into patches: inout [TextPatch]) {
    guard telling == .atEnd else { return }
    let typed = lanes.map(\.typed)
    var position = 0
    spans.forEach { span in
      guard span.wasShown == span.isDeleted else {
        position += span.shownCount
        return
      }
      if span.isDeleted {
        patches.join(TextPatch(position: position, deleting: span.count))
      } else {
        var place = position
        typed[span.first.region - 1].forEach(of: span.numbers) { typed in
          patches.join(TextPatch(position: place, typed: typed))
          place += typed.count
        }
      }
      span.wasShown = !span.isDeleted
      position += span.shownCount
    }
    for lane in lanes.indices { lanes[lane].typed = TypedNumbers() }
  }
}

extension [TextPatch] {
  /// Adds a patch of which nobody asks what run it is of.
  fileprivate mutating func join(_ patch: TextPatch) {
    if isEmpty || !self[count - 1].take(patch) { append(patch) }
  }
}

/// What of all that was typed some scalars of a lane are.
struct TypedNumbers: Sendable {
  /// Ascending; each counts on up to the next.
  private var pieces: [(number: ScalarNumber, typed: Int)] = []

  /// Says what the scalars from a number on are, which is behind all numbers said before.
  mutating func append(_ typed: Int, as number: ScalarNumber) {
    if let last = pieces.last, typed - last.typed == number - last.number { return }
    pieces.append((number, typed))
  }

  /// Calls a closure with what some scalars are that were said, in order.
  /// - Complexity: O(log *pieces*), and the pieces among these scalars.
  func forEach(of numbers: Range<ScalarNumber>, _ body: (Range<Int>) -> Void) {
    var place = pieces.lastIndex(notBeyond: numbers.lowerBound, by: \.number)
    var number = numbers.lowerBound
    while number < numbers.upperBound {
      let end = place + 1 < pieces.count ? pieces[place + 1].number : .max
      let next = min(end, numbers.upperBound)
      let typed = pieces[place].typed + number - pieces[place].number
      body(typed..<typed + next - number)
      number = next
      place += 1
    }
  }
}
