import Foundation

/// Loro's movable list, by `peers.py`, with the same operations.
struct LoroPeer {
  /// What it takes, as lines of JSON; what is missing, where the interpreter has no Loro.
  func facts(_ story: ListStory, _ name: String, rounds: Int) throws -> String {
    let input = FileManager.default.temporaryDirectory.appending(path: "lists-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: input) }
    try JSONEncoder().encode(story).write(to: input)
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", Self.script, input.path, name, String(rounds)]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let facts = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      return "Loro is left out: the python3 of the PATH does not have it."
    }
    return String(decoding: facts, as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  private static var script: String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "peers.py").path
  }
}
