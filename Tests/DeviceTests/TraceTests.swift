import AfterwitDevice
import AfterwitDocument
import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import AfterwitTestRandomness
import AfterwitText
import AfterwitTraces
import Testing

/// A recorded session of two people, each a device with a home of its own over a real HTTP relay.
@Suite("A real editing session of two people")
struct TraceTests {
  static let name = "friendsforever"

  /// Consecutive steps of one agent that nobody else built on between: one change.
  struct RecordedChange {
    let agent: Int
    let parents: [Int]
    var operations: [TextOperation]
  }

  /// Joins steps into changes while each names only its predecessor and that one has no other child.
  static func changes(of trace: EditingTrace) -> [RecordedChange] {
    var children = [Int](repeating: 0, count: trace.events.count)
    for event in trace.events {
      for parent in event.parents {
        children[parent] += 1
      }
    }
    var changes: [RecordedChange] = []
    var changeOfStep: [Int] = []
    for (step, event) in trace.events.enumerated() {
      if event.parents.count == 1, let parent = event.parents.first, children[parent] == 1,
        trace.agents[parent] == trace.agents[step]
      {
        changes[changeOfStep[parent]].operations += event.operations
        changeOfStep.append(changeOfStep[parent])
      } else {
        changeOfStep.append(changes.count)
        changes.append(
          RecordedChange(
            agent: trace.agents[step], parents: event.parents.map { changeOfStep[$0] },
            operations: event.operations))
      }
    }
    return changes
  }

  @Test(
    "ends in one text on both devices, and on a third that joins then: at the end of it, in its own",
    .enabled(if: EditingTrace.exists(name), "the recording is not on this machine"))
  func friends() async throws {
    let trace = try EditingTrace(named: Self.name)
    let all = Self.changes(of: trace)
    #expect(all.count == 3727)
    let changes = all.prefix(Effort.recordedChanges)
    try await LiveRelay.with { relay in
      try await Household.with { household in
        let first = try await household.founder("first", at: relay)
        let second = try await household.joiner("second", invitedBy: first, at: relay)
        let entry = try first.new(.reflection, edits: [.set(field: "title", value: "Friends")])
        let start = try first.shownVersion()
        try await syncAll([first, second], at: relay)
        let people = [first, second]
        let key = FieldKey(entry: entry, field: FieldName("happened", family: .text))
        let names = try people.map { try $0.status().device }
        var expected = TextHistory()

        var ids: [EnvelopeID] = []
        var seen: [Set<Int>] = [[], []]
        for (index, change) in changes.enumerated() {
          let agent = change.agent
          if !change.parents.allSatisfy({ seen[agent].contains($0) }) {
            try await people[1 - agent].sync(at: relay)
            try await people[agent].sync(at: relay)
            seen[agent].formUnion(seen[1 - agent])
          }
          let version = change.parents.isEmpty ? start : change.parents.map { ids[$0] }
          ids.append(try people[agent].record(change.operations, in: key, on: version))
          seen[agent].insert(index)
          try expected.append(
            TextEvent(
              order: TextOrder(device: names[agent], number: UInt64(index), envelope: .zero),
              parents: change.parents, operations: change.operations))
        }
        if changes.count == all.count { #expect(expected.text == trace.ending) }
        try await syncAll(people, at: relay)
        let third = try await household.joiner("third", invitedBy: second, at: relay)
        try await third.sync(at: relay)
        try await syncAll(people, at: relay)
        for person in people + [third] {
          #expect(try person.entry(entry).text("happened") == expected.text)
        }
        try expectSame(first, second)
        try expectSame(first, third)
      }
    }
  }
}
