extension JournalStory {
  static let listed = [UInt8](repeating: 0x48, count: 10)
  static let emptied = [UInt8](repeating: 0x4a, count: 10)

  /// Three machines write at the steps of one goal, and count one mantra.
  mutating func writeLists() throws {
    let elements = (1...5).map { [UInt8](repeating: UInt8($0 * 16), count: 10) }
    let what = { (number: Int, edits: [ChangeBytes.Edit]) in
      ChangeBytes.ElementEdit(elements[number - 1], .coded(9), .text(edits))
    }
    let done = ChangeBytes.ElementEdit(elements[0], .coded(11), .register("true"))
    try log.change(
      by: "phone", "list", after: ["decided"], epoch: 2,
      (Self.listed, .coded(2), .register("goal")),
      (
        Self.listed, .coded(44),
        .list(
          [.insert(at: 0, Array(elements[..<4]))],
          [
            what(1, [.insert(at: 0, "Ask Ana")]), what(2, [.insert(at: 0, "Write it down")]),
            what(3, [.insert(at: 0, "Sleep")]),
          ])
      ),
      (Self.emptied, .coded(2), .register("goal")),
      (Self.emptied, .coded(44), .list([.insert(at: 0, [elements[0]])], [])))
    let all = ["list"]
    try log.change(
      by: "desk", "list, desk", after: all, at: Self.moment + 9_000, epoch: 2,
      (Self.listed, .coded(44), .list([.move(to: 4, [elements[0], elements[1]])], [done])),
      (Self.emptied, .coded(1), .presence(0)), (Self.mantra, .coded(51), .counter(2)))
    try log.change(
      by: "laptop", "list, laptop", after: all, at: Self.moment + 8_000,
      (
        Self.listed, .coded(44),
        .list(
          [.move(to: 0, [elements[1]]), .insert(at: 5, [elements[4]]), .remove([elements[3]])],
          [what(2, [.delete(at: 5, 8), .insert(at: 5, "to Sam")])])
      ),
      (Self.emptied, .coded(44), .list([.move(to: 1, [elements[0]])], [])),
      (Self.mantra, .coded(51), .counter(1)))
    try log.change(
      by: "phone", "list, phone", after: all, at: Self.moment + 7_000, epoch: 2,
      (
        Self.listed, .coded(44),
        .list([.move(to: 0, [elements[3]]), .remove([elements[0], elements[2]])], [])
      ), (Self.mantra, .coded(51), .counter(3)))
    try log.change(
      by: "desk", "list, later", after: ["list, desk", "list, phone"], epoch: 2,
      (
        Self.listed, .coded(44),
        .list([.unknown([7])], [what(2, [.insert(at: 0, "First: ")])])
      ))
    try log.change(
      by: "laptop", "list unfit", after: ["list, laptop"],
      (Self.listed, .coded(44), .list([.move(to: 7, [elements[0]])], [])),
      (Self.mantra, .coded(51), .counter(100)))
    try log.change(
      by: "phone", "list restored", after: ["list, phone", "list, laptop"], epoch: 2,
      (Self.listed, .coded(44), .list([.restore([elements[2]])], [])))
  }
}
