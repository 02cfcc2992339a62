/// The tour itself: real commands, their real output, a sentence each.
struct Tour {
  /// The stage that it plays on.
  let stage: TourStage

  /// Plays the whole tour.
  ///
  /// - Throws: a failure if a step fails, or if the two devices do not hold the same at the end.
  func play() async throws {
    try await showThePractice()
    try chapter("Two machines")
    let address = try await stage.withRelay { relay in
      Output.line("A relay of our own runs at \(relay.address). It will see sealed bytes only.")
      let id = try await beginOnTheDesk(relay)
      try await bringInTheLaptop()
      try await writeApart(id)
      try await meetAgain()
      try await decide(id)
      try await compare(id)
      return relay.address
    }
    try chapter("A relay that is lost")
    try stage.loseRelay()
    try await stage.withRelay(at: address) { relay in try await heal(relay) }
  }

  private func beginOnTheDesk(_ relay: LoopbackRelay.Place) async throws -> String {
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
      "Now both write offline. The desk explains the first sentence, and adds a mood and a tag.",
      "desk",
      [
        "edit", id, "--text",
        "I rushed the design question, for I wanted to look quick. I never asked who would use it.",
        "--set", "mood=2", "--add", "tags=pace",
      ])
    try await step(
      "The laptop, which has not seen that, explains it too, and rewrites the second.", "laptop",
      [
        "edit", id, "--text",
        "I rushed the design question because silence scares me. "
          + "Next time I ask who would use it before I draw.",
        "--set", "stage=onsite", "--add", "tags=questions",
      ])
  }

  private func meetAgain() async throws {
    try await step("Both sync: the desk first, then the laptop, then the desk.", "desk", ["sync"])
    try await step(nil, "laptop", ["sync"])
    try await step(nil, "desk", ["sync"])
  }

  private func decide(_ id: String) async throws {
    let page = try await step(
      "Fields, tags and the second sentence have merged without a word. Only where both wrote the "
        + "same words, both stand, and a review asks which is meant.", "desk", ["review"])
    // The id is the first word below the title.
    let lines = page.split(separator: "\n")
    guard let review = lines.dropFirst().first?.split(separator: " ").first.map(String.init) else {
      throw TourFailure.failure("No review was open.")
    }
    try await step(
      "It blocks nothing and waits as long as you like. The desk decides.", "desk",
      ["review", "resolve", review, "mine"])
    try await step("The decision goes the way of every change.", "desk", ["sync"])
    try await step(nil, "laptop", ["sync"])
    try await step("Nothing is open on the laptop either.", "laptop", ["review"])
  }

  private func compare(_ id: String) async throws {
    try await step("Both show the same words, fields and tags.", "desk", ["show", id])
    try await step(nil, "laptop", ["show", id])
    try await agree("digest is what is shown, held is what is kept: both must agree.")
  }

  private func heal(_ relay: LoopbackRelay.Place) async throws {
    explain(
      "Now the relay loses its disk: it stops, its folder goes, an empty one takes its place.")
    try await failingStep("What cannot be done is told in three lines.", "desk", ["sync"])
    try await step(
      "The operator gives a new code, and any machine brings everything again.", "desk",
      ["relay", "set", relay.address, "--code", relay.code])
    try await step(nil, "desk", ["sync"])
    try await failingStep(
      "The other machine, too, trusts another key only when told; it needs no code.",
      "laptop", ["sync"])
    try await step(nil, "laptop", ["relay", "set", relay.address])
    try await step(nil, "laptop", ["sync"])
    try await agree("Nothing is lost.")
  }

  private func agree(_ sentence: String) async throws {
    explain(sentence)
    let desk = try await status(of: "desk")
    let laptop = try await status(of: "laptop")
    guard let ours = Agreement(status: desk), ours == Agreement(status: laptop) else {
      throw TourFailure.failure("The two devices do not hold the same.")
    }
    explain("digest and held are the same on both.")
  }
}
