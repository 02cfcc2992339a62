import AfterwitMergePairs
import Foundation

/// `git merge-file`, a process each time, on files in a folder of its own.
struct GitPeer {
  private static let name = "git merge-file"

  /// What it makes of each pair.
  func outcomes(of pairs: [MergePair]) throws -> PeerResult {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "merges-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var outcomes: [MergeOutcome] = []
    for pair in pairs {
      guard let outcome = try outcome(of: pair, in: folder) else {
        return .absent("\(Self.name) cannot be run.")
      }
      outcomes.append(outcome)
    }
    return .present(Self.name, outcomes)
  }

  /// One merge; `nil` where there is no git.
  private func outcome(of pair: MergePair, in folder: URL) throws -> MergeOutcome? {
    let texts = [pair.mine.last, pair.base.last, pair.theirs.last].compactMap { $0 }
    let files = ["mine", "base", "theirs"].map { folder.appending(path: $0) }
    for (file, text) in zip(files, texts) { try Data(text.utf8).write(to: file) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "merge-file", "-p", "-q"] + files.map(\.path)
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // Zero is a merge, up to 127 the number of conflicts, and beyond that something is amiss.
    guard process.terminationStatus < 127 else { return nil }
    guard process.terminationStatus > 0 else {
      return MergeOutcome(text: String(decoding: data, as: UTF8.self))
    }
    var outcome = MergeOutcome()
    outcome.isAsked = true
    return outcome
  }
}
