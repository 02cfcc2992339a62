import AfterwitProcesses
import Testing

@testable import AfterwitCommand
@testable import AfterwitDevice

@Suite("Clocks that are wrong, as a person hears of them", .hangLimit)
struct ClockTests {
  private static let hour: Int64 = 3_600_000

  @Test("A clock that was set back is told once, by the command that writes first")
  func jump() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit new mantra 'Before.'
        {before}
        """#
      ).play(on: stage)
      // As if the clock had stood five years later then.
      try StoreProbe.write(
        "UPDATE change SET timestamp = timestamp + (157680000000 << 16)", to: "desk", on: stage)
      try await Transcript(
        #"""
        desk$ afterwit list
        {before}  {day}  mantra  Before.
        desk$ afterwit new mantra 'After.'
        {after}
        This machine's clock was set back: it stands 5 years before {then} {time}, when it last dated a change.
        desk$ afterwit new mantra 'Last.'
        {last}
        desk$ afterwit show @ --json | grep -o '"created":"20..-..-..T' | cut -c 12-22 | grep -c "$(date -u +%Y-%m-%d)"
        1
        """#
      ).play(on: stage)
    }
  }

  @Test("Each fact is one plain sentence")
  func sentences() {
    #expect(
      ClockFact.apart(name: "tower", milliseconds: 20 * Self.hour + 59).sentence
        == "The clock of tower is 20 hours ahead of this machine's; each dates what is written there."
    )
    #expect(
      ClockFact.apart(name: nil, milliseconds: -Self.hour).sentence
        == "The clock of another device is 1 hour behind this machine's; each dates what is written there."
    )
    #expect(
      ClockFact.jumped(before: 0, now: UInt64(400 * 24 * Self.hour)).sentence
        == "This machine's clock stands 1 year after the last change here; if it is wrong, set it: it dates what you write."
    )
  }

  static let told: [(milliseconds: Int64, words: String)] = [
    (660_000, "11 minutes"), (-60_000, "1 minute"), (23 * hour, "23 hours"),
    (20 * hour - 5000, "20 hours"), (364 * 24 * hour, "364 days"), (.min, "292471209 years"),
  ]

  @Test("A span is told by its greatest unit", arguments: told)
  func spans(milliseconds: Int64, words: String) {
    #expect(TimeSpan(milliseconds: milliseconds).words == words)
  }
}
