extension JournalStory {
  static let undone = [UInt8](repeating: 0x5b, count: 10)
  static let unmade = [UInt8](repeating: 0x5c, count: 10)
  static let revived = [UInt8](repeating: 0x5d, count: 10)

  private static func element(_ number: UInt8) -> [UInt8] {
    [UInt8](repeating: number * 16, count: 10)
  }

  /// A field of the journal, with what is taken back.
  private func undo(
    _ names: String...
  ) -> (entry: [UInt8], field: ChangeBytes.Field, content: ChangeBytes.Content) {
    let ids = names.map(log.id).sorted { $0.lexicographicallyPrecedes($1) }
    return (ChangeVectors.journal, ChangeBytes.undoField, .undo(ids))
  }

  /// A change of every family is taken back on two machines, and a third has built on it.
  mutating func takeBack() throws {
    try writeEveryFamily()
    try log.change(by: "laptop", "taken back", after: ["second"], undo("second"))
    try log.change(by: "phone", "taken back too", after: ["second"], epoch: 2, undo("second"))
    try log.change(
      by: "desk", "unmade, made", after: ["list, later", "list restored"], epoch: 2,
      (Self.unmade, .coded(2), .register("goal")),
      (
        Self.unmade, .coded(44),
        .list(
          [.insert(at: 0, [Self.element(1), Self.element(2)])],
          [.init(Self.element(1), .coded(9), .text([.insert(at: 0, "Sleep")]))])
      ))
    try log.change(
      by: "laptop", "unmade, written into", after: ["unmade, made"],
      (
        Self.unmade, .coded(44),
        .list([], [.init(Self.element(1), .coded(11), .register("true"))])
      ))
    try log.change(
      by: "desk", "unmade", after: ["unmade, made", "beside"], epoch: 2, undo("unmade, made"))
    try log.change(
      by: "phone", "revived, made", after: ["taken back too"], epoch: 2,
      (Self.revived, .coded(2), .register("mantra")),
      (Self.revived, .coded(47), .text([.insert(at: 0, "Again.")])))
    try log.change(
      by: "phone", "revived, deleted", after: ["revived, made"], epoch: 2,
      (Self.revived, .coded(1), .presence(0)))
    try log.change(
      by: "phone", "revived", after: ["revived, deleted"], epoch: 2, undo("revived, deleted"))
    try log.change(
      by: "laptop", "undo of later", after: ["taken back", "unmade, written into"],
      (ChangeVectors.journal, ChangeBytes.undoField, .unknown([1, 7])))
    try log.change(
      by: "laptop", "renamed", after: ["undo of later"],
      (ChangeVectors.journal, try name(of: "laptop"), .register("lap")))
    try log.change(by: "laptop", "not renamed", after: ["renamed"], undo("renamed"))
    // The laptop had not seen this entry.
    try log.change(
      by: "laptop", "taken back unseen", after: ["not renamed"], undo("revived, made"))
  }

  private mutating func writeEveryFamily() throws {
    let three = (1...3).map(Self.element)
    try log.change(
      by: "phone", "first", after: ["list restored"], epoch: 2,
      (Self.undone, .coded(20), .text([.insert(at: 0, "One two three.")])),
      (Self.undone, .coded(2), .register("reflection")), (Self.undone, .coded(13), .register("9")),
      (Self.undone, .coded(51), .counter(1)),
      (Self.undone, .coded(44), .list([.insert(at: 0, three)], [])),
      (Self.undone, .coded(6), .set([("hr", true), ("onsite", true)])))
    try log.change(
      by: "phone", "second", after: ["first"], epoch: 2,
      (Self.undone, .coded(20), .text([.delete(at: 4, 4), .insert(at: 9, " Four.")])),
      (Self.undone, .coded(13), .register("3")), (Self.undone, .coded(51), .counter(2)),
      (
        Self.undone, .coded(44),
        .list(
          [.move(to: 0, [three[2]])], [.init(three[0], .coded(9), .text([.insert(at: 0, "Ask")]))])
      ),
      (Self.undone, .coded(6), .set([("hr", false), ("work", true)])))
    try log.change(
      by: "desk", "beside", after: ["first", "list, later"], epoch: 2,
      (Self.undone, .coded(20), .text([.insert(at: 7, "-and-a-half")])),
      (Self.undone, .coded(13), .register("5")))
  }

  /// One of the two is taken back, then the other; and an answer, a copy that was kept, a whole entry.
  mutating func bringBack() throws {
    try log.change(
      by: "desk", "half brought back", after: ["unmade", "taken back"], epoch: 2,
      undo("taken back"))
    try log.change(
      by: "laptop", "not decided", after: ["taken back unseen"], undo("decided"))
    try log.change(
      by: "desk", "copy taken back", after: ["half brought back"], epoch: 2,
      undo("desk corrects"))
    try log.change(
      by: "phone", "brought back", after: ["revived", "half brought back"], epoch: 2,
      undo("taken back too", "not understood"))
  }
}
