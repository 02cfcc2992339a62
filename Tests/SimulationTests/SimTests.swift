import AfterwitTestThreads
import Foundation
import Testing

/// The simulator as a command.
@Suite("sim", .patient)
struct SimTests {
  private func sim(_ words: [String]) throws -> (output: String, code: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "sim")
    process.arguments = words
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus)
  }

  @Test("A line a second says what is played")
  func plays() throws {
    let (output, code) = try sim(["--seed", "1", "--seconds", "2"])
    #expect(code == 0)
    let lines = output.split(separator: "\n")
    // Beside other tests, a seed may take longer than a second.
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.contains(" seeds from 1: ") && $0.count <= 80 }, "\(output)")
  }

  @Test("One seed is told step by step, and the same each time")
  func tells() throws {
    let (output, code) = try sim(["--seed", "3"])
    #expect(code == 0 && output.hasSuffix("Seed 3 keeps every invariant.\n"), "\(output)")
    #expect(try sim(["--seed", "3"]).output == output)
  }

  @Test("A seed that fails is made small, and its line repeats it")
  func fails() throws {
    let (output, code) = try sim(["--seed", "1", "--seconds", "600", "--lying-disks"])
    let line = try #require(output.split(separator: "\n").last)
    #expect(code == 1 && line.hasPrefix("Repeat it with: swift run sim --seed "), "\(output)")
    let words = line.split(separator: " ").drop { $0 != "sim" }.dropFirst().map(String.init)
    let process = try sim(words)
    #expect(process.code == 1)
    // What it tells is what was told when it was made small.
    #expect(output.contains(process.output))
  }

  @Test(
    "What is no seed, step or fault is refused",
    arguments: [
      ["--seconds", "0"], ["--steps", "1"], ["--seed", "3", "--steps", "99"],
      ["--seed", "3", "--faults", "rain"],
    ])
  func refuses(words: [String]) throws {
    let (output, code) = try sim(words)
    #expect(code == 64 && output.hasPrefix("Error: "), "\(output)")
  }
}
