extension JournalStory {
  /// What has no effect, or not all of it; what waits; and what must not be held at all.
  mutating func writeStrangely() throws {
    let all = ["desk corrects", "phone corrects", "goal deleted"]
    try log.change(
      by: "laptop", "twins deleted", after: all, (Self.twice, .coded(1), .presence(0)))
    try log.change(
      by: "desk", "twin out", after: ["desk corrects", "phone corrects"], epoch: 2,
      (Self.twice, .coded(47), .text([.same, .delete(at: 3, 3)])))
    try log.change(
      by: "laptop", "mantra", after: ["twins deleted"],
      (Self.mantra, .coded(48), .text([.insert(at: 0, "I can.")])),
      (Self.mantra, .coded(38), .register("daily")),
      (Self.mantra, .coded(17), .set([("calm", true)])),
      (Self.mantra, .coded(2), .register("mantra")),
      (Self.mantra, .coded(32), .unknown([1, 7])),
      (Self.mantra, .coded(47), .text([.insert(at: 0, "Breathe.")])))
    try log.change(
      by: "desk", "not understood", after: ["mantra", "twin out"], epoch: 2,
      (Self.mantra, .coded(48), .unknown([0, 1, 0x61, 2])),
      (Self.mantra, .coded(38), .unknown([1, 0])),
      (Self.mantra, .coded(17), .unknown([0, 1, 0x61, 7])),
      (Self.mantra, .coded(3), .register("Best")))
    try log.change(
      by: "phone", "on what is not understood", after: ["not understood", "phone corrects"],
      epoch: 2,
      (Self.mantra, .coded(48), .text([.insert(at: 40, "Aside.")])),
      (Self.mantra, .coded(38), .register("weekly")),
      (Self.mantra, .coded(17), .set([("calm", false)])),
      (Self.mantra, .coded(3), .register("Better")))
    try log.change(
      by: "laptop", "beside it", after: ["mantra"],
      (Self.mantra, .coded(48), .text([.insert(at: 6, " Yes.")])))
    try writeInVain()
    try writeBeside()
  }

  /// Changes without effect, and what was made on them.
  private mutating func writeInVain() throws {
    try log.change(
      by: "desk", "unfit", after: ["not understood"], epoch: 2,
      (Self.mantra, .coded(3), .register("Nowhere")),
      (Self.mantra, .coded(47), .text([.delete(at: 0, 8), .insert(at: 1, "x")])),
      (Self.nowhere, .coded(3), .register("Nowhere")))
    try log.change(
      by: "desk", "on the unfit", after: ["unfit"], epoch: 2,
      (Self.mantra, .coded(6), .set([("cafe\u{301}", true), ("calm", true)])))
    let malformed = log.body(
      by: "phone", after: ["on what is not understood"],
      [
        (Self.mantra, .coded(3), .register("Nowhere")),
        (Self.mantra, .coded(2), .register("goal")),
      ])
    try log.seal(malformed, by: "phone", "malformed", epoch: 2)
    try log.change(
      by: "phone", "on the malformed", after: ["malformed"], epoch: 2,
      (Self.mantra, .coded(4), .register("true")))
    var damaged = log.draft(by: "laptop", "damaged")
    try damaged.seal(
      body: log.body(by: "laptop", after: [], [(Self.mantra, .coded(3), .register("Nowhere"))]),
      epochKey: JournalVectors.epochKeys[0])
    damaged.payload[0] ^= 1
    try log.append(damaged, by: "laptop", "damaged")
    try log.change(
      by: "laptop", "on the damaged", after: ["damaged", "beside it"],
      (Self.mantra, .coded(6), .set([("caf\u{e9}", true)])))
    try log.change(
      by: "desk", "on no change", after: ["on the unfit", "epoch 2"], epoch: 2,
      (Self.mantra, .coded(3), .register("Nowhere")))
    try log.change(
      by: "desk", "a mark of later", after: ["on the unfit"], epoch: 2,
      (ChangeVectors.journal, try name(of: "recovery"), .register("")),
      (Self.marked, .coded(1), .unknown([2])))
  }

  /// A fork, kinds and keys of later, what waits, and what nobody may have written.
  private mutating func writeBeside() throws {
    var copy = log.draft(by: "laptop", "laptop's copy")
    try copy.seal(
      body: log.body(
        by: "laptop", after: ["on the damaged"],
        [(Self.mantra, .coded(47), .text([.insert(at: 0, "Copy. ")]))]),
      epochKey: JournalVectors.epochKeys[0])
    try log.add(copy, "laptop's copy")
    try log.change(
      by: "laptop", "laptop itself", after: ["on the damaged"],
      (Self.mantra, .coded(47), .text([.insert(at: 0, "Itself. ")])))
    try log.change(
      by: "laptop", "of the next stage", after: ["laptop itself"],
      (Self.mantra, .coded(6), .set([("late", true)])))
    log.delay()
    var later = log.draft(by: "phone", "kind 4")
    (later.kind, later.payload) = (4, [1, 2, 3])
    try log.append(later, by: "phone", "kind 4")
    try log.change(
      by: "phone", "waits for the next stage", after: ["on the malformed", "of the next stage"],
      epoch: 2, (Self.mantra, .coded(50), .register("desk")))
    try log.change(
      by: "phone", "waits with it", after: ["waits for the next stage"], epoch: 2,
      (Self.mantra, .coded(49), .register("true")))
    try log.change(
      by: "phone", "waits for ever", after: ["what never comes"], epoch: 2,
      (Self.mantra, .coded(3), .register("Nowhere")))
    var keyless = log.draft(by: "phone", "waits for a key")
    keyless.epoch = 9
    try keyless.seal(
      body: log.body(by: "phone", after: [], [(Self.mantra, .coded(3), .register("Nowhere"))]),
      epochKey: [UInt8](repeating: 0x99, count: 32))
    try log.append(keyless, by: "phone", "waits for a key")
    try refuse()
  }

  private mutating func refuse() throws {
    var forged = log.draft(by: "stranger", "forged")
    forged.claimedDevice = try member("desk").device()
    let author = log.draft(by: "desk", "forged")
    (forged.number, forged.previous) = (author.number, author.previous)
    let body = log.body(
      by: "desk", after: ["unfit"], [(Self.mantra, .coded(3), .register("Forged"))])
    try forged.seal(body: body, epochKey: JournalVectors.epochKeys[0])
    try log.add(forged, "forged")
    var strange = log.draft(by: "stranger", "by no member")
    try strange.seal(body: body, epochKey: JournalVectors.epochKeys[0])
    try log.add(strange, "by no member")
    var foreign = log.draft(by: "desk", "of another journal")
    foreign.journal = [UInt8](repeating: 0x0f, count: 16)
    try foreign.seal(body: body, epochKey: JournalVectors.epochKeys[0])
    try log.add(foreign, "of another journal")
    var gap = log.draft(by: "laptop", "behind a gap")
    (gap.number, gap.previous) = (gap.number + 1, log.id("what never comes"))
    try gap.seal(body: body, epochKey: JournalVectors.epochKeys[0])
    try log.add(gap, "behind a gap")
  }
}
