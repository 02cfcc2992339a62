import AfterwitDevice
import AfterwitHousehold
import AfterwitJournal
import Testing

@Suite("What a change of a list takes")
struct ListSizeTests {
  @Test("to move, to tick, to remove and to bring back takes no more than an edit of a text")
  func sizes() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let goal = try device.new(.goal, edits: [.replace(field: "why", text: "It helps.")])
      let steps = try #require(Kind.goal.list(named: "steps"))
      let elements = try (0..<3).map { number in
        let edits: [FieldEdit] = [.replace(field: "what", text: "Step \(number)")]
        let request = EditRequest(.add(list: steps.name, to: goal), edits)
        return try #require(try device.carryOut(request).element)
      }
      func size(_ change: () throws -> Void) throws -> Int {
        let before = try household.envelopes(of: "desk")
        try change()
        let after = try household.envelopes(of: "desk")
        #expect(after.count == before.count + 1)
        return after.last?.count ?? 0
      }
      let text = try size {
        _ = try device.edit(goal, edits: [.append(field: "why", text: "It does.")])
      }
      let sizes = [
        try size { try device.move(Array(elements[1...2]), to: .first) },
        try size { _ = try device.setDone(true, of: [elements[0]]) },
        try size { _ = try device.remove([.element(elements[0])]) },
        try size { _ = try device.restore([.element(elements[0])]) },
      ]
      print("a text: \(text) bytes; move, tick, remove, restore: \(sizes)")
      #expect(sizes.allSatisfy { $0 <= text })
    }
  }
}
