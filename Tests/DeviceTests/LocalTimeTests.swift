import AfterwitDevice
import AfterwitJournal
import Foundation
import Glibc
import Testing

@Suite("The time where the person is")
struct LocalTimeTests {
  @Test("the system's clock shows in each zone what Python's zoneinfo gives")
  func zones() async {
    // The zone is one of the whole process.
    await #expect(processExitsWith: .success) {
      let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "JournalTests/dates.tsv")
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
      var zones: Set<Substring> = []
      for line in lines {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        let milliseconds = try #require(UInt64(fields[1]))
        setenv("TZ", String(fields[0]), 1)
        tzset()
        let shown = Environment.system.localTime(milliseconds)
        #expect("\(shown.day) \(shown.time)" == fields[2], "\(line)")
        zones.insert(fields[0])
      }
      #expect(zones.count > 12)
    }
  }
}
