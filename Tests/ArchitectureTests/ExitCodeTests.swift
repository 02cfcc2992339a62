import Testing

@Suite("Exit codes")
struct ExitCodeTests {
  @Test("The README has a row for each exit code of the commands, and no other")
  func readme() throws {
    let readme = try #require(Repository.file("README.md"))
    let rows = readme.lines.compactMap { line in
      line.wholeMatch(of: #/\| (\d+) \| \S.* \|/#).flatMap { Int($0.1) }
    }
    #expect(rows == rows.sorted() && Set(rows).count == rows.count)
    #expect(Set(rows) == Self.codes)
  }

  @Test("The help of the command names each exit code, and no other")
  func help() throws {
    let text = try #require(Repository.file("Sources/AfterwitCommand/Afterwit.swift")).text
    let start = try #require(text.firstRange(of: "Exit codes: "))
    let end = try #require(text[start.upperBound...].firstRange(of: "\"\"\""))
    let named = text[start.upperBound..<end.lowerBound].matches(of: #/(\d+) [a-z]/#)
    #expect(named.compactMap { Int($0.1) } == Self.codes.sorted())
  }

  /// The codes in the sources of the commands: of failures, of what was asked for, of plain ends.
  private static let codes: Set<Int> = {
    let commands = ["AfterwitCommand", "AfterwitRelayCommand"]
    return Repository.sources.filter { commands.contains($0.module) }.reduce(into: []) {
      codes, file in
      let found = file.text.matches(of: #/(?:case \w+ = |exit\(|Code: Int32 = )(\d+)/#)
      codes.formUnion(found.compactMap { Int($0.1) })
    }
  }()
}
