extension JournalStory {
  /// A person decides on the phone.
  mutating func decide() throws {
    let hunks = ["desk apart", "phone apart"].map { ChangeBytes.Hunk(log.id($0), 0) }
      .sorted { $0.envelope.lexicographicallyPrecedes($1.envelope) }
    try log.change(
      by: "phone", "decided", after: ["on the malformed", "on the damaged", "a mark of later"],
      at: Self.moment - 1, epoch: 2,
      (Self.twice, .coded(1), .presence(1)),
      (Self.reflection, .coded(1), .presence(1)),
      (
        Self.reflection, .coded(20),
        .text([.answer(hunks), .delete(at: 0, 21), .insert(at: 0, "We met at 14:00.")])
      ),
      (Self.reflection, .coded(13), .register("4")))
  }
}
