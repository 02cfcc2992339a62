extension JournalStory {
  /// Three machines write without knowing of each other: words, values, a deletion, a goal.
  mutating func writeApart() throws {
    let everyone = ["desk", "recovery", "phone", "laptop"]
    try log.control(
      by: "desk", "epoch 2",
      record(2, PlainEncoder.integer(2, width: 32) + Self.identity(2))
        + wraps("epoch 2", everyone.map { (2, member($0)) }))
    let all = ["laptop's name"]
    try log.change(
      by: "desk", "desk apart", after: all, at: Self.moment, epoch: 2,
      (
        Self.reflection, .coded(20),
        .text([.delete(at: 10, 5), .insert(at: 10, "15:00")])
      ),
      (Self.reflection, .coded(13), .register("3")),
      (Self.reflection, .coded(6), .set([("hr", true), ("onsite", false)])),
      (Self.reflection, .coded(3), .register("Screening")))
    try log.change(
      by: "phone", "phone apart", after: all, at: Self.moment,
      (
        Self.reflection, .coded(20),
        .text([
          .delete(at: 10, 5), .insert(at: 10, "14:00"), .delete(at: 20, 6),
          .insert(at: 20, "poured"),
        ])
      ),
      (Self.reflection, .coded(13), .register("4")),
      (Self.reflection, .coded(6), .set([("onsite", true), ("work", true)])),
      (Self.reflection, .coded(3), .register("Acme")))
    // The laptop's clock stands before the founding.
    try log.change(
      by: "laptop", "laptop deletes", after: all, at: 1_784_000_000_000,
      (Self.reflection, .coded(1), .presence(0)),
      (Self.reflection, .coded(3), .register("Tuesday")))
    try log.change(
      by: "desk", "goal", after: ["desk apart"], epoch: 2,
      (Self.goal, .coded(38), .register("weekly")), (Self.goal, .coded(2), .register("goal")),
      (Self.goal, .coded(3), .register("Ask two")),
      (Self.goal, .coded(39), .text([.insert(at: 0, "I forget.")])))
    try log.change(
      by: "desk", "goal, desk", after: ["goal"], epoch: 2,
      (Self.goal, .coded(38), .register("")), (Self.goal, .coded(3), .register("Ask three")),
      (Self.goal, .coded(39), .text([.delete(at: 2, 6), .insert(at: 2, "postpone")])))
    try log.change(
      by: "phone", "goal, phone", after: ["goal", "phone apart"], epoch: 2,
      (Self.goal, .coded(3), .register("Ask four")),
      (Self.goal, .coded(39), .text([.delete(at: 2, 6), .insert(at: 2, "hesitate")])))
    try log.change(
      by: "laptop", "goal deleted", after: ["goal, desk", "goal, phone", "laptop deletes"],
      (Self.goal, .coded(1), .presence(0)))
    try log.change(
      by: "desk", "phone named by desk", after: ["goal, desk"], epoch: 2,
      (ChangeVectors.journal, try name(of: "phone"), .register("Phone")))
    try log.change(
      by: "phone", "phone named by itself", after: ["goal, phone"], epoch: 2,
      (ChangeVectors.journal, try name(of: "phone"), .register("mobile")))
    try log.change(
      by: "phone", "teh", after: ["phone named by itself"], epoch: 2,
      (Self.twice, .coded(2), .register("mantra")),
      (Self.twice, .coded(47), .text([.insert(at: 0, "teh best")])))
    try correct(by: "desk", "desk corrects", after: ["teh", "phone named by desk"])
    try correct(by: "phone", "phone corrects", after: ["teh"])
  }

  private mutating func correct(by author: String, _ name: String, after: [String]) throws {
    try log.change(
      by: author, name, after: after, epoch: 2,
      (Self.twice, .coded(47), .text([.delete(at: 0, 3), .insert(at: 0, "the")])))
  }
}
