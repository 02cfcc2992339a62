import AfterwitDocument
import AfterwitEncoding
import AfterwitJournal
import Testing

@testable import AfterwitDevice
@testable import AfterwitStore

@Suite("One sentence that two machines save again and again")
struct SavedSentenceTests {
  private struct Kept {
    /// How many bytes the field's state has.
    var state: Int
    /// How many bytes the entry's view has.
    var view: Int
    /// How many places ask.
    var parts: Int
  }

  /// What a machine keeps after so many saves on each.
  private static func kept(after saves: Int, _ machines: Machines) async throws -> Kept {
    let entry = try machines.desk.new(
      .reflection, edits: [.replace(field: "happened", text: "I will practise every day.")])
    try await machines.sync()
    for save in 0..<saves {
      _ = try machines.desk.edit(
        entry, edits: [.replace(field: "happened", text: "I will practise every morning \(save).")])
      _ = try machines.laptop.edit(
        entry, edits: [.replace(field: "happened", text: "I will practise each evening \(save).")])
    }
    try await machines.sync()
    #expect(
      try machines.desk.status().digest == machines.laptop.status().digest, "they show another")
    return try machines.desk.reading { transaction in
      let key = FieldKey(entry: entry, field: FieldName(.happened))
      return Kept(
        state: try transaction.state(of: key)?.bytes.count ?? 0,
        view: try transaction.storedView(of: entry)?.bytes.count ?? 0,
        parts: try transaction.view(of: entry)?.openPartCount ?? 0)
    }
  }

  @Test("What is kept of that grows with the saves, not with their square")
  func growth() async throws {
    try await Machines.with { machines in
      let few = try await Self.kept(after: 12, machines)
      let more = try await Self.kept(after: 24, machines)
      #expect(few.parts == 1 && more.parts == 1)
      #expect(more.state < few.state * 9 / 4, "\(few.state) bytes, then \(more.state)")
      #expect(more.view < few.view * 9 / 4, "\(few.view) bytes, then \(more.view)")
    }
  }
}
