internal import ArgumentParser
internal import Glibc

/// `afterwit tour`: two real devices and a real relay, in a folder that is thrown away.
struct TourCommand: AwaitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "tour",
    abstract: "Shows two devices and a relay at work, in a folder that is thrown away.",
    discussion: """
      For example:
        afterwit tour
      """)

  @OptionGroup var options: GlobalOptions

  func perform() async throws {
    let folder = try TourFolder()
    let result: Result<Void, any Error>
    do {
      result = .success(
        try await untilInterrupted(failing: { _ in
          TourFailure.failure("The tour was interrupted.")
        }) { _ in
          try await Tour(stage: try TourStage(folder: folder.path)).play()
        })
    } catch {
      result = .failure(error)
    }
    folder.remove()
    try result.get()
    Output.line("The relay has stopped and everything of this tour is gone again.")
    Output.line("Begin your own: afterwit init")
  }
}
