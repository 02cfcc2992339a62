import AfterwitProcesses
import Testing

@Suite("Lists of entries, as they are printed", .hangLimit)
struct ListTests {
  private static let begun = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new rejection 'The call came at ten past four. I was in the supermarket.' --org Acme --set stage=onsite --on 2020-11-20 --tag onsite
      {rejection}
      desk$ afterwit new interview 'They asked about queues. I went blank.' --org Globex --mood 2 --on 2020-11-25
      {interview}
      desk$ afterwit new goal '每天练习一道系统设计题' --set due=2999-12-05
      {goal}
      desk$ afterwit new mantra 'I prepare, then I let go.' --set starred=yes
      {mantra}
      """#
    ).play(on: stage)
  }

  @Test("A pipe gets everything, two spaces apart; filters and orders choose among it")
  func pipe() async throws {
    try await Self.begun.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit list
        {mantra}  {day}  mantra  I prepare, then I let go.  *
        {goal}  {day}  goal  每天练习一道系统设计题  due 2999-12-05
        {interview}  2020-11-25  interview  Globex: They asked about queues.
        {rejection}  2020-11-20  rejection  Acme, onsite: The call came at ten past four.  #onsite
        desk$ afterwit list --by written -n 1 | cut -c1-8
        {mantra}
        desk$ afterwit list --by due | cut -c1-8
        {goal}
        desk$ afterwit list goals | cut -c1-8
        {goal}
        desk$ afterwit list Interviews | cut -c1-8
        {interview}
        desk$ afterwit list org:glob mood:..2 on:2020-11 | cut -c1-8
        {interview}
        desk$ afterwit list on:2020-11 not tag:onsite not mood:3.. | cut -c1-8
        {interview}
        desk$ afterwit list kind:mantra is:starred | cut -c1-8
        {mantra}
        desk$ afterwit find 'past four'
        {rejection}  2020-11-20  rejection  Acme, happened: {*}past four. I was in the supermarket.  #onsite
        desk$ afterwit find super queue
        desk$ afterwit find starts:super | cut -c1-8
        {rejection}
        desk$ afterwit export tag:onsite | grep -c '"schema":"afterwit.export/1"'
        1
        desk$ afterwit new interview --org Initech --on 2020-01-02
        {ahead}
        desk$ afterwit list org:initech
        {ahead}  2020-01-02  interview  Initech
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("A terminal gets lines that it has room for, with what stands at their end at the right")
  func terminal() async throws {
    try await Self.begun.play { stage, words in
      for columns in [20, 40, 80, 120] {
        let printed = try await stage.run(
          "NO_COLOR=1 script -qec 'stty cols \(columns) rows 50; afterwit list' /dev/null",
          at: "desk")
        let lines = printed.output.split(whereSeparator: \.isNewline).prefix(4)
        #expect(lines.count == 4)
        for line in lines {
          let wide = line.unicodeScalars.count { $0.value > 0x2e80 }
          #expect(line.count + wide < columns, "\(columns): \(line)")
        }
        guard columns >= 80 else { continue }
        let tag = try #require(lines.first { $0.contains("#onsite") })
        #expect(tag.hasSuffix("  #onsite") && tag.count == columns - 1)
        #expect(lines.contains { $0.hasSuffix("due 5 Dec") })
      }
      try await Transcript(
        #"""
        desk$ script -qec 'afterwit find nowhere' /dev/null
        No entry is like that.{*}
        desk$ script -qec 'afterwit list --by due' /dev/null | wc -l
        1
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("What does not fit on the terminal goes through the pager, and nothing else does")
  func pager() async throws {
    try await Self.begun.play { stage, words in
      try await Transcript(
        #"""
        desk$ NO_COLOR=1 TERM=xterm PAGER='sed s/^/paged:/' script -qec 'stty rows 3; afterwit list 2>/dev/null' /dev/null | grep -c ^paged:
        4
        desk$ NO_COLOR=1 TERM=xterm PAGER='sed s/^/paged:/' script -qec 'stty rows 30; afterwit list 2>/dev/null' /dev/null | grep -c ^paged:
        0
        [1]
        desk$ NO_COLOR=1 TERM=xterm PAGER='sed s/^/paged:/' script -qec 'stty rows 3; afterwit list --no-pager 2>/dev/null' /dev/null | grep -c ^paged:
        0
        [1]
        desk$ PAGER='sed s/^/paged:/' afterwit list | grep -c ^paged:
        0
        [1]
        desk$ TERM=xterm PAGER=/nowhere/pager script -qec 'stty rows 3; afterwit list' /dev/null | grep -v 'not found' | tr -d '\r'
        The pager "/nowhere/pager" failed.
        Nothing was changed.
        Set PAGER to another one, or add --no-pager.
        desk$ TERM=xterm PAGER=true script -qec 'stty rows 3; afterwit list 2>/dev/null; echo $?' /dev/null | tr -d '\r'
        0
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("Many entries are changed at once by a filter, as one change, after a word of consent")
  func bulk() async throws {
    try await Self.begun.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit tag prep -- on:2020-11
        The filter takes 2 entries, and there is no terminal to ask at.
        Nothing was changed.
        Look with afterwit list, then add --yes.
        [2]
        desk$ afterwit tag prep --yes -- on:2020-11
        Changed 2 entries.
        desk$ afterwit tag prep --yes -- tag:onsite
        Changed 1 entry.
        desk$ afterwit list tag:prep | wc -l
        2
        desk$ afterwit set outcome=ghosted mood=3 --yes -- tag:prep
        Changed 2 entries.
        desk$ afterwit list outcome:ghosted mood:3 | wc -l
        2
        desk$ afterwit set colour=red --yes -- tag:prep
        {*}
        Nothing was changed.
        {*}
        [2]
        desk$ afterwit untag prep --yes -- org:acme
        Changed 1 entry.
        desk$ afterwit rm --yes -- tag:prep
        Deleted 1 entry.
        desk$ afterwit restore --yes -- tag:prep
        Restored 1 entry.
        desk$ afterwit rm --yes -- tag:nothing
        No entry is like that. Nothing was changed.
        desk$ afterwit rm "$goal" -- tag:prep
        Entries are named by ids and by a filter.
        {*}
        {*}
        [2]
        desk$ afterwit set "$goal" "$mantra" starred=no
        Nothing was changed in {goal}: 每天练习一道系统设计题
        Changed {mantra}: I prepare, then I let go.
        """#
      ).play(on: stage, knowing: words)
    }
  }
}
