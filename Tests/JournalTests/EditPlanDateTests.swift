import AfterwitDocument
import AfterwitEncoding
import AfterwitJournal
import Testing

@Suite("Days in edits")
struct EditPlanDateTests {
  /// Monday 30 November 2026, 14:00.
  private static let standpoint = Standpoint(now: LocalTime(universal: 1_796_047_200_000))

  static let meant: [(edits: [FieldEdit], day: String, time: String?)] = [
    ([on("friday")], "2026-12-04", nil),
    ([on("friday"), .set(field: "occasion", value: "interview")], "2026-12-04", nil),
    ([on("friday"), .set(field: "organisation", value: "Globex")], "2026-12-04", nil),
    ([on("friday"), .replace(field: "happened", text: " ")], "2026-12-04", nil),
    ([on("friday"), .replace(field: "happened", text: "It went well.")], "2026-11-27", nil),
    ([.replace(field: "felt", text: "Fine."), on("friday")], "2026-11-27", nil),
    ([on("friday"), .append(field: "felt", text: "Fine.")], "2026-11-27", nil),
    ([on("friday"), .set(field: "occasion", value: "rejection")], "2026-11-27", nil),
    ([on("friday"), .set(field: "mood", value: "2")], "2026-11-27", nil),
    ([on("friday"), .set(field: "outcome", value: "rejected")], "2026-11-27", nil),
    ([on("monday 15:00")], "2026-11-30", "15:00"), ([on("monday 13:00")], "2026-12-07", "13:00"),
    ([on("30 nov 15:00"), .set(field: "mood", value: "2")], "2025-11-30", "15:00"),
    ([on("next tuesday 10:00")], "2026-12-01", "10:00"), ([on("2026-12-01")], "2026-12-01", nil),
    ([.replace(field: "on", text: "yesterday at 9am")], "2026-11-29", "09:00"),
  ]

  @Test("what is written about has happened, and what is not lies ahead", arguments: meant)
  func directions(example: (edits: [FieldEdit], day: String, time: String?)) throws {
    let plan = try plan(example.edits)
    #expect(shown("on", by: plan) == example.day)
    #expect(shown("at", by: plan) == example.time)
  }

  @Test("an entry that holds words already has happened")
  func entries() throws {
    let happened = FieldState(value: .text(TextField(text: "It went well.")))
    let plan = try plan([Self.on("friday")], states: [(FieldName(.happened), happened)])
    #expect(shown("on", by: plan) == "2026-11-27")
  }

  @Test("what was understood is told, but for a day in its plain form")
  func understood() throws {
    let today = Self.standpoint.now.day
    #expect(try plan([Self.on("2026-12-01")]).understood.isEmpty)
    #expect(try plan([Self.on("")]).understood.isEmpty)
    let told = try plan([Self.on("tomorrow 10:00")]).understood
    #expect(told.map(\.field) == ["on"])
    #expect(told.map(\.day) == [today.advanced(by: 1)])
    #expect(told.map(\.time) == [TimeOfDay("10:00")])
    #expect(told.map(\.today) == [today])
  }

  @Test("a time is given once, and stays where only the day changes")
  func times() throws {
    #expect(throws: EditMisfit.givenTwice(field: "at")) {
      _ = try plan([Self.on("tomorrow 10:00"), .set(field: "at", value: "11:00")])
    }
    #expect(shown("at", by: try plan([Self.on("tomorrow")])) == nil)
  }

  private static func on(_ phrase: String) -> FieldEdit { .set(field: "on", value: phrase) }

  private func plan(
    _ edits: [FieldEdit], states: [(FieldName, FieldState)] = []
  ) throws -> EditPlan {
    var plan = EditPlan(
      of: .entry(.reflection), entry: .journal, standpoint: Self.standpoint, textLimit: 100,
      states: states)
    try plan.add(edits, on: PlainBasis())
    return plan
  }

  private func shown(_ field: String, by plan: EditPlan) -> String? {
    for block in plan.blocks where block.key.field.name.string == field {
      if case .register(let value) = block.operations { return value }
    }
    return nil
  }
}
