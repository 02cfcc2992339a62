// The practice takes days, and the tour a minute: each command is told another present time.

extension Tour {
  /// Shows how one failed interview becomes what is said in the next.
  func showThePractice() async throws {
    Output.line(Style.standardOutput.bold("From one attempt to the next"))
    _ = try await stage.run(
      ["init", "--name", "book", "--recovery-file", stage.folder + "/book-recovery"], as: home,
      at: "2026-11-20T09:00")
    let mantra = ["new", "mantra", "I prepare, then I let go."]
    try await step(
      "Words to hold on to come first, on an ordinary day.", home, mantra, at: "2026-11-20T09:01")
    let id = try await step(
      "A week later somebody calls. One line is enough, and who was there for you.", home,
      [
        "new", "rejection", "They went with someone else. I went blank at the design question.",
        "--org", "Acme", "--stage", "onsite", "--on", "today", "--support", "Sam",
      ], at: "2026-11-27T21:00"
    ).trimmed
    try await step(
      "On the first night nothing is asked.", home, [], at: "2026-11-27T21:05")
    try await learn(from: id)
    try await goOn(from: id)
  }

  private var home: String { "book" }

  private func learn(from id: String) async throws {
    try await step(
      "The next day: what it taught, what was asked, and what is still to do.", home,
      ["distil", id, "I ask who waits for it before I draw."], at: "2026-11-28T10:00")
    try await step(
      nil, home,
      [
        "add", id, "question", "How would you build a notification queue?", "--set",
        "said=I started with the database.", "--set", "would-say=Who waits for it? How often?",
      ], at: "2026-11-28T10:02")
    try await step(
      nil, home, ["add", id, "followup", "Thank Ms Ortiz", "--set", "due=monday"],
      at: "2026-11-28T10:04")
    try await step(
      "A goal comes of it, and remembers where it came from.", home,
      ["new", "goal", "One design question a day", "--set", "cadence=daily", "--from", id],
      at: "2026-11-28T10:06")
    try await step(
      "The next attempt is set down before it happens.", home,
      [
        "new", "interview", "--on", "next tuesday 10:00", "--org", "Globex", "--stage", "onsite",
        "--after", id,
      ], at: "2026-11-28T10:08")
  }

  private func goOn(from id: String) async throws {
    try await step("On Monday, afterwit alone says what is next.", home, [], at: "2026-11-30T19:00")
    try await step("The evening before, on one screen:", home, ["prep"], at: "2026-11-30T19:01")
    try await step("On the day after it asks one thing.", home, [], at: "2026-12-02T08:00")
    try await step("And what came of what:", home, ["trace", id], at: "2026-12-02T08:01")
  }
}
