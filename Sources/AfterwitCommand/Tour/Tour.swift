internal import AfterwitDevice

/// The tour itself: real commands, their real output, a sentence each.
struct Tour {
  /// Where it plays.
  let stage: TourStage
  /// The relay that both devices reach.
  let relay: TourRelay

  /// Plays all of it.
  ///
  /// - Throws: a failure when a step fails, or when the two devices do not end with the same.
  func play() async throws {
    Output.line("A relay of our own runs at \(relay.address). It will see sealed bytes only.")
    let id = try await beginOnTheDesk()
    try await bringInTheLaptop()
    try await writeApart(id)
    try await meetAgain()
    try await compare(id)
  }

  private func beginOnTheDesk() async throws -> String {
    try await step(
      "The first machine makes the journal and brings it to the relay.", "desk",
      [
        "init", "--name", "desk", "--relay", relay.address, "--code", relay.code,
        "--recovery-file", stage.folder + "/recovery",
      ])
    let id = try await step(
      "One line is enough for a reflection; its id comes back.", "desk",
      [
        "new", "reflection", "I rushed the design question. I never asked who would use it.",
        "--title", "Onsite at Acme", "--set", "occasion=interview", "--tag", "onsite",
      ])
    return id.trimmed
  }

  private func bringInTheLaptop() async throws {
    explain("The second machine joins: an invite here, the same four words on both screens.")
    command("desk", ["device", "invite", "--yes"])
    let (_, outcome) = try await stage.run(["device", "invite", "--yes"], as: "desk") { line in
      print(line)
      try await step(
        nil, "laptop", ["device", "join", "--name", "laptop", "--yes"], input: line + "\n")
    }
    print(outcome.talk)
    guard outcome.succeeded else { throw TourFailure.failure("The invite failed.") }
    try await step("Its own sync makes sure that it holds everything.", "laptop", ["sync"])
    try await step("Here is the entry, opened with the laptop's own key.", "laptop", ["list"])
  }

  private func writeApart(_ id: String) async throws {
    try await step(
      "Now both write offline. The desk rewrites the first sentence.", "desk",
      [
        "edit", id, "--text",
        "I rushed the design question, for I wanted to look quick. I never asked who would use it.",
        "--set", "mood=2",
      ])
    try await step(
      "The laptop, which has not seen that, rewrites the second.", "laptop",
      [
        "edit", id, "--text",
        "I rushed the design question. Next time I ask who would use it before I draw.",
        "--set", "stage=onsite",
      ])
    try await step("Each adds a tag.", "desk", ["tag", id, "pace"])
    try await step(nil, "laptop", ["tag", id, "questions"])
  }

  private func meetAgain() async throws {
    try await step("Both sync: the desk first, then the laptop, then the desk.", "desk", ["sync"])
    try await step(nil, "laptop", ["sync"])
    try await step(nil, "desk", ["sync"])
  }

  private func compare(_ id: String) async throws {
    try await step(
      "Both edits of one text are there, with every field and tag.", "desk", ["show", id])
    try await step("The laptop shows the same.", "laptop", ["show", id])
    let desk = try await step(
      "digest is what is shown, held is what is kept: both must agree.", "desk", ["status"])
    let laptop = try await step(nil, "laptop", ["status"])
    guard let ours = Agreement(status: desk), ours == Agreement(status: laptop) else {
      throw TourFailure.failure("The two devices do not hold the same.")
    }
    explain("digest and held are the same on both.")
  }
}
