import AfterwitDevice
import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import Testing

@Suite("Reviews on two and three devices")
struct ReviewTests {
  private struct Pair {
    let relay: LiveRelay
    let desk: Device
    let phone: Device

    func syncAll() async throws {
      for _ in 0..<2 {
        try await desk.sync(at: relay)
        try await phone.sync(at: relay)
      }
    }

    func requireAgreement() throws {
      let (one, two) = (try desk.status(), try phone.status())
      try #require(one.held == two.held)
      #expect(one.digest == two.digest)
      #expect(one.reviews == two.reviews)
    }
  }

  private func withPair(_ body: @Sendable @escaping (Pair) async throws -> Void) async throws {
    try await LiveRelay.with { relay in
      try await Household.with { household in
        let desk = try await household.founder("desk", at: relay)
        let phone = try await household.joiner("phone", invitedBy: desk, at: relay)
        try await body(Pair(relay: relay, desk: desk, phone: phone))
      }
    }
  }

  private func happened(_ text: String) -> [FieldEdit] { [.replace(field: "happened", text: text)] }

  /// An entry in which the desk made a cat a dog and the phone a fox, known to both.
  private func disputed(_ pair: Pair) async throws -> EntryID {
    let entry = try pair.desk.new(.reflection, edits: happened("The cat sat."))
    try await pair.syncAll()
    _ = try pair.desk.edit(entry, edits: happened("The dog sat."))
    _ = try pair.phone.edit(entry, edits: happened("The fox sat."))
    try await pair.syncAll()
    return entry
  }

  @Test(
    "the same sentence rewritten on both gives one overlap, and the choice of one ends it [AW-DOC-19] [AW-DOC-23]"
  )
  func overlap() async throws {
    try await withPair { pair in
      let entry = try pair.desk.new(
        .reflection,
        edits: happened("I was nervous. The talk went badly. Nobody asked."))
      try await pair.syncAll()
      _ = try pair.desk.edit(
        entry, edits: happened("I was nervous. The talk went well. Nobody asked."))
      _ = try pair.phone.edit(
        entry, edits: happened("I was calm. The talk went sideways. Nobody asked."))
      try await pair.syncAll()
      try pair.requireAgreement()
      let seen = try pair.desk.reviews()
      let elsewhere = try pair.phone.reviews()
      try #require(seen.count == 1 && elsewhere.count == 1)
      #expect(seen[0].id == elsewhere[0].id)
      #expect(seen[0].kind == .overlap)
      let part = try #require(seen[0].parts.first)
      #expect(part.base == "I was nervous. The talk went badly. Nobody asked.")
      let mine = try #require(part.sides.first { $0.isLocal })
      let theirs = try #require(part.sides.first { !$0.isLocal })
      #expect(mine.text == "I was nervous. The talk went well. Nobody asked.")
      #expect(theirs.text == "I was calm. The talk went sideways. Nobody asked.")
      #expect(mine.region == "The talk went well.")
      #expect(theirs.region == "The talk went sideways.")
      #expect(elsewhere[0].parts[0].sides.first { $0.isLocal }?.text == theirs.text)
      let woven = ["The talk went well sideways.", "The talk went sideways well."]
      #expect(woven.contains(part.currentRegion ?? ""))
      #expect(part.current == "I was calm. \(part.currentRegion ?? "") Nobody asked.")

      try pair.desk.resolve(seen[0].id.shortText, with: .theirs)
      #expect(try pair.desk.reviews().isEmpty)
      #expect(
        try pair.desk.entry(entry).text("happened")
          == "I was calm. The talk went sideways. Nobody asked.")
      try await pair.syncAll()
      try pair.requireAgreement()
      #expect(try pair.phone.reviews().isEmpty)
      #expect(throws: DeviceFailure.self) {
        try pair.phone.resolve(seen[0].id.shortText, with: .mine)
      }
    }
  }

  @Test(
    "a value set on both and an entry deleted beside an edit are asked about [AW-DOC-24] [AW-DOC-25]"
  )
  func valueAndDeletion() async throws {
    try await withPair { pair in
      let entry = try pair.desk.new(.reflection, edits: happened("First day."))
      let other = try pair.desk.new(.reflection, edits: happened("Second day."))
      try await pair.syncAll()
      _ = try pair.desk.edit(entry, edits: [.set(field: "mood", value: "2")])
      _ = try pair.phone.edit(entry, edits: [.set(field: "mood", value: "4")])
      try pair.desk.remove([.entry(other)])
      _ = try pair.phone.edit(other, edits: happened("Second day, and a long one."))
      try await pair.syncAll()
      try pair.requireAgreement()
      let reviews = try pair.desk.reviews()
      let value = try #require(reviews.first { $0.kind == .value })
      #expect(value.parts[0].base == nil)
      #expect(Set(value.parts[0].sides.map(\.text)) == ["2", "4"])
      #expect(value.parts[0].sides.first { $0.isLocal }?.text == "2")
      let deletion = try #require(reviews.first { $0.kind == .deletion })
      #expect(deletion.field == "entry")
      #expect(deletion.parts[0].base == "Second day.")
      #expect(deletion.parts[0].sides.map(\.text) == [nil, "Second day, and a long one."])
      #expect(deletion.parts[0].sides.map(\.isLocal) == [true, false])
      try pair.phone.resolve(value.id.text, with: .side(1))
      try pair.phone.resolve(deletion.id.text, with: .theirs)
      try await pair.syncAll()
      try pair.requireAgreement()
      #expect(try pair.desk.status().reviews == 0)
      #expect(try pair.desk.entry(other).isDeleted)
      #expect(try pair.desk.entry(entry).register("mood") == value.parts[0].sides[0].text)
    }
  }

  @Test("the same correction on both stands once, and nothing is asked [AW-DOC-26]")
  func twins() async throws {
    try await withPair { pair in
      let entry = try pair.desk.new(.reflection, edits: happened("I recieved no anser today."))
      try await pair.syncAll()
      for device in [pair.desk, pair.phone] {
        _ = try device.edit(entry, edits: happened("I received no answer today."))
      }
      try await pair.syncAll()
      try pair.requireAgreement()
      #expect(try pair.desk.status().reviews == 0)
      #expect(try pair.desk.entry(entry).text("happened") == "I received no answer today.")
    }
  }

  @Test("two different decisions meet in one review, and a third ends it [AW-DOC-22]")
  func twoDecisions() async throws {
    try await withPair { pair in
      let entry = try await disputed(pair)
      let id = try #require(pair.desk.reviews().first).id
      try pair.desk.resolve(id.text, with: .mine)
      try pair.phone.resolve(id.text, with: .mine)
      try await pair.syncAll()
      try pair.requireAgreement()
      let again = try pair.desk.reviews()
      try #require(again.count == 1)
      #expect(again[0].id == id)
      #expect(Set(again[0].parts[0].sides.map(\.text)) == ["The dog sat.", "The fox sat."])
      try pair.desk.resolve(id.text, with: .both)
      try await pair.syncAll()
      try pair.requireAgreement()
      #expect(try pair.desk.status().reviews == 0)
      let text = try pair.desk.entry(entry).text("happened")
      #expect(["The dog sat. The fox sat.", "The fox sat. The dog sat."].contains(text))
    }
  }

  @Test("what somebody who saw both sides wrote over them is kept, unless they say it may go")
  func wordsOverSides() async throws {
    try await withPair { pair in
      let entry = try await disputed(pair)
      let edited = "The dog and the fox sat."
      _ = try pair.desk.edit(entry, edits: happened(edited))
      try await pair.syncAll()
      try pair.requireAgreement()
      let review = try #require(pair.phone.reviews().first)
      #expect(review.parts.map(\.isEdited) == [true])
      #expect(review.parts.map(\.currentRegion) == [edited])
      #expect(review.parts[0].sides.map(\.text).contains("The dog sat."))
      for answer in [ReviewAnswer.mine, .theirs, .side(1), .both, .base] {
        let failure = #expect(throws: DeviceFailure.self) {
          try pair.phone.resolve(review.id.text, with: answer)
        }
        #expect(failure == .answer(.editedSince(part: 1, review: review.id)))
        #expect(failure?.code == .usage)
      }
      #expect(try pair.phone.entry(entry).text("happened") == edited)
      try pair.phone.resolve(review.id.text, with: .current)
      #expect(try pair.phone.status().reviews == 0)
      _ = try pair.desk.reviews()
      try pair.desk.resolve(review.id.text, with: .mine, replacingEdits: true)
      #expect(try pair.desk.entry(entry).text("happened") == "The dog sat.")
      // The two decided apart: both stand, and a third decision ends it.
      try await pair.syncAll()
      try pair.requireAgreement()
      let again = try #require(pair.desk.reviews().first)
      #expect(Set(again.parts[0].sides.map(\.text)) == [edited, "The dog sat."])
      try pair.desk.resolve(again.id.text, with: .theirs)
      try await pair.syncAll()
      #expect(try pair.phone.status().reviews == 0)
      #expect(try pair.phone.entry(entry).text("happened") == edited)
    }
  }

  @Test("a part that was not shown can be decided beside one that was")
  func partNotShown() async throws {
    try await withPair { pair in
      let entry = try pair.desk.new(.reflection, edits: happened("The cat sat. A bird sang."))
      try await pair.syncAll()
      _ = try pair.desk.edit(entry, edits: happened("The dog sat. A wren sang."))
      _ = try pair.phone.edit(entry, edits: happened("The fox sat. A lark sang."))
      try await pair.syncAll()
      let id = try #require(pair.desk.reviews(asShown: false).first).id
      #expect(try pair.desk.review("\(id.text).1").parts.map(\.number) == [1])
      try pair.desk.resolve("\(id.text).2", with: .mine)
      #expect(try pair.desk.entry(entry).text("happened").hasSuffix("A wren sang."))
      #expect(try pair.desk.status().reviews == 1)
    }
  }

  @Test("what a person decides in an entry does not stale what they were shown of it")
  func ownDecisions() async throws {
    try await withPair { pair in
      let entry = try pair.desk.new(.reflection, edits: happened("A long day."))
      try await pair.syncAll()
      _ = try pair.desk.edit(entry, edits: [.set(field: "mood", value: "2")])
      try pair.desk.remove([.entry(entry)])
      _ = try pair.phone.edit(entry, edits: [.set(field: "mood", value: "4")])
      try await pair.syncAll()
      let shown = try pair.desk.reviews()
      try #require(shown.count == 2)
      let value = try #require(shown.first { $0.kind == .value })
      let deletion = try #require(shown.first { $0.kind == .deletion })
      try pair.desk.resolve(value.id.text, with: .side(1))
      try pair.desk.resolve(deletion.id.text, with: .current)
      #expect(try pair.desk.status().reviews == 0)
    }
  }
}
