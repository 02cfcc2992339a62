internal import AfterwitCausality

// A change's own items fall into hunks. Those of an answer are told by the order of the operations:
// what stands behind an answer is the answer's. The others are grouped by what survives between
// them: own items with the same number of surviving scalars before them are one hunk.

/// Finds the hunks of an event that its zone's tracker has just taken in.
struct HunkFinder {
  /// Own items of the event that lie side by side.
  struct Run {
    var numbers: Range<ScalarNumber>
    var isInserted: Bool
    /// The place of the answer that they are of, or `nil` for none.
    var answer: Int?
    /// How many surviving scalars come before them.
    var survivors: Int
  }

  let zone: ReviewZone
  private let lane: Int
  private let event: TextEvent
  private let inserted: Range<ScalarNumber>

  init(_ zone: ReviewZone, event: TextEvent, inserted: Range<ScalarNumber>, lane: Int) {
    self.zone = zone
    self.event = event
    self.lane = lane
    self.inserted = inserted
  }

  /// The hunks, in the order of their numbers.
  func hunks(deleted: [Range<ScalarNumber>], in graph: CausalGraph) -> [ZoneHunk] {
    guard event.operations.first != .same else { return [] }
    let named = event.operations.map { operation -> [ZoneHunk] in
      guard case .answer(let names) = operation else { return [] }
      return names.compactMap { hunk(named: $0, in: graph) }
    }
    var runs = ownRuns(deleted: deleted, named: named)
    let neighbours = WrittenWords(runs)
    var answers: [ZoneHunk] = []
    for (place, hunks) in named.enumerated() where !hunks.isEmpty {
      let own = runs.filter { $0.answer == place }
      var answer = answer(to: hunks, with: own)
      answer.writesInto = neighbours.hunks(writtenIntoBy: answer, of: own, self)
      answers.append(answer)
      runs.removeAll { $0.answer == place }
    }
    var hunks: [ZoneHunk] = []
    while let run = runs.first {
      let end = runs.firstIndex { $0.survivors != run.survivors } ?? runs.count
      let own = Array(runs[..<end])
      var hunk = hunk(of: own)
      hunk.writesInto = neighbours.hunks(writtenIntoBy: hunk, of: own, self)
      hunks.append(hunk)
      runs.removeFirst(end)
    }
    return hunks + answers
  }

  private func hunk(named name: HunkID, in graph: CausalGraph) -> ZoneHunk? {
    guard let other = zone.event(in: name.envelope), name.number < zone.hunks(of: other).count,
      graph.isAncestor(other, orEqualToAnyOf: event.parents)
    else { return nil }
    var hunk = zone.hunks(of: other)[name.number]
    hunk.answeredEvents.insert(other)
    return hunk
  }
}

// Own items.
extension HunkFinder {
  /// The own items in the order of the sequence, without those both inserted and deleted.
  private func ownRuns(deleted: [Range<ScalarNumber>], named: [[ZoneHunk]]) -> [Run] {
    var found: [(place: SpanTree.Place, run: Run)] = []
    var answer: Int?
    var nextInserted = inserted.lowerBound
    var nextDeleted = deleted[...]
    for (place, operation) in event.operations.enumerated() {
      switch operation {
      case .insert(_, let text):
        let end = nextInserted + text.scalarCount
        add(nextInserted..<end, isInserted: true, answer: answer, to: &found)
        nextInserted = end
      case .delete(_, let count):
        var left = count
        while left > 0, let numbers = nextDeleted.popFirst() {
          add(outsideInserted: numbers, answer: answer, to: &found)
          left -= numbers.count
        }
      case .answer: answer = named[place].isEmpty ? nil : place
      case .same: break
      }
    }
    let spans = zone.tracker.spans
    found.sort { spans.isBefore($0.place, $1.place) }
    var count = 0
    return found.map { found in
      var run = found.run
      run.survivors -= count
      if run.isInserted { count += run.numbers.count }
      return run
    }
  }

  private func add(
    outsideInserted numbers: Range<ScalarNumber>, answer: Int?,
    to found: inout [(place: SpanTree.Place, run: Run)]
  ) {
    let own = inserted.clamped(to: numbers)
    guard !own.isEmpty else {
      return add(numbers, isInserted: false, answer: answer, to: &found)
    }
    add(numbers.lowerBound..<own.lowerBound, isInserted: false, answer: answer, to: &found)
    add(own.upperBound..<numbers.upperBound, isInserted: false, answer: answer, to: &found)
  }

  private func add(
    _ numbers: Range<ScalarNumber>, isInserted: Bool, answer: Int?,
    to found: inout [(place: SpanTree.Place, run: Run)]
  ) {
    let spans = zone.tracker.spans
    var first = numbers.lowerBound
    while first < numbers.upperBound {
      let place = spans.place(of: first)
      let end = min(numbers.upperBound, spans[place].numbers.upperBound)
      if !isInserted || spans[place].prepared[lane] == 1 {
        let survivors = spans.preparedCount(before: place, in: lane)
        let run = Run(
          numbers: first..<end, isInserted: isInserted, answer: answer, survivors: survivors)
        found.append((place, run))
      }
      first = end
    }
  }
}

// Hunks.
extension HunkFinder {
  /// The hunk of an answer, with the own items of its operations.
  private func answer(to named: [ZoneHunk], with runs: [Run]) -> ZoneHunk {
    let spans = zone.tracker.spans
    var answer = runs.isEmpty ? named[0] : hunk(of: runs)
    if runs.isEmpty {
      (answer.deleted, answer.inserted, answer.text, answer.takenSupports) = ([], [], "", [])
    }
    for hunk in named {
      if spans.isBefore(hunk.first, answer.first) { answer.first = hunk.first }
      if spans.isBefore(answer.last, hunk.last) { answer.last = hunk.last }
    }
    (answer.isParagraph, answer.support) = (false, nil)
    answer.answered = named.flatMap(\.items) + runs.map(\.numbers)
    answer.answeredEvents = named.reduce([]) { $0.union($1.answeredEvents) }
    return answer
  }

  /// A hunk of runs in the order of the sequence.
  private func hunk(of runs: [Run]) -> ZoneHunk {
    let inserted = runs.filter(\.isInserted).map(\.numbers)
    let deleted = runs.filter { !$0.isInserted }.map(\.numbers)
    var hunk = ZoneHunk(
      first: runs[0].numbers.lowerBound, last: runs[runs.count - 1].numbers.upperBound - 1,
      deleted: Self.joined(deleted), inserted: inserted, text: text(of: inserted))
    if deleted.isEmpty {
      judgeLines(of: &hunk)
    } else {
      hunk.takenSupports = takenSupports(by: deleted)
    }
    return hunk
  }

  /// The scalars of what the event inserted; all that one operation did is not copied.
  private func text(of runs: [Range<ScalarNumber>]) -> String {
    if runs.count == 1, runs[0] == inserted, event.operations.count == 1,
      case .insert(_, let text) = event.operations[0]
    {
      return text
    }
    return zone.text(of: runs)
  }

  /// Tells whether a hunk that only inserts is a paragraph, and what it leans on.
  private func judgeLines(of hunk: inout ZoneHunk) {
    let scalars = hunk.text.unicodeScalars
    let start = shownCount(before: hunk.first)
    let length = hunk.inserted.reduce(0) { $0 + $1.count }
    let (before, behind) = (item(at: start - 1), item(at: start + length))
    let (begins, ends) = (scalars.first?.isLineEnd ?? false, scalars.last == "\n")
    let standsBehindLine = ends && !(before.map(isOpenLine) ?? false)
    let standsBeforeLine = begins && !(behind.map(isOpenLine) ?? false)
    hunk.isParagraph = standsBehindLine || standsBeforeLine
    guard hunk.isParagraph, begins != ends else { return }
    hunk.support =
      ends
      ? before.map { LineSupport(lineFeed: $0, line: .before) }
      : behind.map { LineSupport(lineFeed: $0, line: .behind) }
  }

  /// The line feeds among deleted items, each with the sides on which a line is left open.
  private func takenSupports(by deleted: [Range<ScalarNumber>]) -> Set<LineSupport> {
    var taken: Set<LineSupport> = []
    let lineFeeds = deleted.flatMap { run in
      zip(run, zone.scalars(of: run)).filter { $0.1.isLineEnd }.map(\.0)
    }
    for lineFeed in lineFeeds {
      let position = shownCount(before: lineFeed)
      if item(at: position - 1).map(isOpenLine) ?? false {
        taken.insert(LineSupport(lineFeed: lineFeed, line: .before))
      }
      if item(at: position).map(isOpenLine) ?? false {
        taken.insert(LineSupport(lineFeed: lineFeed, line: .behind))
      }
    }
    return taken
  }

  private func isOpenLine(_ item: ScalarNumber) -> Bool {
    !(zone.scalar(item)?.isLineEnd ?? false)
  }

  private func shownCount(before item: ScalarNumber) -> Int {
    zone.tracker.spans.preparedCount(before: zone.tracker.spans.place(of: item), in: lane)
  }

  /// The item shown at a position, or `nil` outside the text.
  func item(at position: Int) -> ScalarNumber? {
    guard position >= 0 else { return nil }
    let place = zone.tracker.spans.place(prepared: position, in: lane)
    let item = zone.tracker.spans[place].first + place.offset
    return zone.scalar(item) == nil ? nil : item
  }

  /// Ranges ascending by number, adjacent ones joined.
  private static func joined(_ ranges: [Range<ScalarNumber>]) -> [Range<ScalarNumber>] {
    var joined: [Range<ScalarNumber>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, last.upperBound == range.lowerBound {
        joined[joined.count - 1] = last.lowerBound..<range.upperBound
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
