import AfterwitProcesses
import Testing

@Suite("Upgrades of the store", .hangLimit)
struct UpgradeTests {
  /// The number of the schema of this version.
  private static let current = "12"

  /// A stage on which the desk holds the journal of the first schema.
  private static func withFirstSchema(_ body: (Stage) async throws -> Void) async throws {
    try await Stage.alone { stage in
      try await place(at: "desk", of: stage)
      try await body(stage)
    }
  }

  private static func place(
    _ base64: String = FirstSchema.base64, at device: String, of stage: Stage
  ) async throws {
    let outcome = try await stage.run(
      #"umask 077; mkdir "$AFTERWIT_HOME"; base64 -d | gunzip >"$AFTERWIT_HOME/journal.sqlite""#,
      at: device, input: Array(base64.utf8))
    #expect(outcome.code == 0, "\(outcome.talk)")
  }

  /// What the status of a device says, that must be what the first version said.
  private static let same = Transcript(
    """
    desk$ afterwit status --all | grep -E 'entries|pending|waiting|quarantined|reviews|digest|held'
    here         4 entries, no drafts
    pending      0
    waiting      0
    quarantined  0
    reviews      0
    digest       \(FirstSchema.digest)
    held         \(FirstSchema.held)
    """)

  @Test("A journal of the first issue opens, shows and holds the same, and is copied before")
  func first() async throws {
    try await Self.withFirstSchema { stage in
      #expect(try StoreProbe.schema(of: "desk", on: stage) == "1")
      try await Self.same.play(on: stage)
      #expect(try StoreProbe.schema(of: "desk", on: stage) == Self.current)
      #expect(try StoreProbe.integrity(of: "desk", on: stage) == "ok")
      try await Transcript(
        #"""
        desk$ afterwit list
        rnm2kq3d  2026-11-21  reflection  Written on the laptop.  #later
        99k71aqq  2026-11-21  mantra  Breathe
        va7nd1s8  2026-11-21  goal  Leave home earlier
        3cb95rrz  2026-11-20  reflection  Onsite  #manners
        desk$ afterwit list --deleted
        5ws8bkg6  2026-11-21  mantra  Soon gone.
        desk$ afterwit show 3cb95rrz --field happened
        I came ten minutes late. I talked too fast. I left early, and said no thanks.
        desk$ afterwit show 99k71aqq --field words | od -An -tx1 -N 12
         42 72 65 61 74 68 65 2e 0d 0a 54 68
        desk$ stat -c '%a %n' "$AFTERWIT_HOME/journal.sqlite.v1" | cut -d' ' -f1
        600
        desk$ ls "$AFTERWIT_HOME"
        journal.sqlite
        journal.sqlite.v1
        lock
        # It goes on as before; what it says of this machine's clock depends on the day.
        desk$ afterwit new mantra 'Written after.' 2>/dev/null
        {id}
        desk$ afterwit edit 3cb95rrz --append 'Also after.'
        Changed 3cb95rrz: {*}
        desk$ afterwit store check | head -1
        file      sound
        # The copy is the journal of the first version, whole.
        desk$ mkdir -m 700 "$T/copy" && cp "$AFTERWIT_HOME/journal.sqlite.v1" "$T/copy/journal.sqlite"
        """#
      ).play(on: stage)
      #expect(try StoreProbe.schema(of: "copy", on: stage) == "1")
      let copy = try await stage.run("afterwit status --all", at: "copy")
      #expect(copy.output.contains(FirstSchema.digest))
      #expect(copy.output.contains(FirstSchema.held))
    }
  }

  @Test("The second schema, which kept no views, is brought up as well, and find finds")
  func second() async throws {
    try await Self.withFirstSchema { stage in
      try await Self.same.play(on: stage)
      try StoreProbe.write(
        "DROP TABLE entry_view; PRAGMA user_version = 2", to: "desk", on: stage)
      try await Self.same.play(on: stage)
      #expect(try StoreProbe.schema(of: "desk", on: stage) == Self.current)
      try await Transcript(
        #"""
        desk$ afterwit find laptop
        rnm2kq3d  2026-11-21  reflection  happened: Written on the laptop.  #later
        desk$ afterwit list | grep -c laptop
        1
        desk$ afterwit store check | head -2
        file      sound
        view      sound
        desk$ ls "$AFTERWIT_HOME"
        journal.sqlite
        journal.sqlite.v1
        journal.sqlite.v2
        lock
        """#
      ).play(on: stage)
    }
  }

  @Test("The third schema, whose index knew no signs, is brought up as well")
  func third() async throws {
    try await Self.withFirstSchema { stage in
      try await Self.same.play(on: stage)
      try StoreProbe.write(
        """
        DROP TABLE search; CREATE VIRTUAL TABLE search USING fts5 (words); PRAGMA user_version = 3
        """, to: "desk", on: stage)
      try await Transcript(
        #"""
        desk$ afterwit find '#later' 'LAPTOP.'
        rnm2kq3d  2026-11-21  reflection  tags: #later  #later
        desk$ afterwit store check | head -2
        file      sound
        view      sound
        """#
      ).play(on: stage)
      #expect(try StoreProbe.schema(of: "desk", on: stage) == Self.current)
    }
  }

  @Test("What stands under a review is derived anew from the third schema")
  func standing() async throws {
    try await ReviewScene.met.play { stage, words in
      let questions = try await stage.run("afterwit review --json", at: "desk").output
      let entries = try await stage.run("afterwit export", at: "desk").output
      // What was derived then cannot be read now.
      try StoreProbe.write(
        "UPDATE field SET state = x'ff'; PRAGMA user_version = 3", to: "desk", on: stage)
      #expect(try await stage.run("afterwit review --json", at: "desk").output == questions)
      #expect(try await stage.run("afterwit export", at: "desk").output == entries)
      #expect(try StoreProbe.schema(of: "desk", on: stage) == Self.current)
      try await stage.expectAgreement("desk", "laptop")
    }
  }

  @Test("The eleventh schema, which kept no lines of reviews, lists them as it did")
  func eleventh() async throws {
    try await ReviewScene.met.play { stage, words in
      let lines = try await stage.run("afterwit review", at: "desk").output
      #expect(lines.count > 100)
      try StoreProbe.write(
        "DROP TABLE open_part; PRAGMA user_version = 11", to: "desk", on: stage)
      #expect(try await stage.run("afterwit review", at: "desk").output == lines)
      #expect(try StoreProbe.schema(of: "desk", on: stage) == Self.current)
      try await Transcript(
        #"""
        desk$ afterwit store check | head -2
        file      sound
        view      sound
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("The fifth schema, which knew no lists, shows what it kept of a later version's")
  func fifth() async throws {
    try await Stage.alone { stage in
      try await Self.place(FifthSchema.base64, at: "desk", of: stage)
      #expect(try StoreProbe.schema(of: "desk", on: stage) == "5")
      try await Transcript(
        #"""
        desk$ afterwit status --all | grep -E 'entries|pending|waiting|quarantined|reviews|digest|held'
        here         3 entries, no drafts
        pending      1
        waiting      0
        quarantined  0
        reviews      3
        digest       \#(FifthSchema.digest)
        held         \#(FifthSchema.held)
        desk$ afterwit review 2>/dev/null | sed -E 's/^([^ ]*) .*  (happened|mood|entry)  .*/\1  \2/'
        e6aej5rf  happened
        qq93dmz8  mood
        bt7k8505  entry
        desk$ afterwit show 52re3ta4 | sed '1,2d'
        due  2026-12-01

        why
        Feedback helps.

        steps
        y7tm4nzq  [ ]  Read the notes
        wsjty4bp  [x]  Write to Ana

        check-ins
        ckw15qce  Called.  on 2026-11-28
        desk$ afterwit show srj62qmk 2>/dev/null | sed '1,2d'
        tags  onsite
        on    2026-11-27
        mood  4

        happened
        They asked about queues. I was tired. I talked too fast.

        mine
        I had not slept.

        questions
        w2yz4mnf  How would you build a queue?
                  said  I began with a table.
        desk$ afterwit show 3ejnrw3v 2>/dev/null | sed 1,2d
        recited  1

        words
        I prepare, then I let go.

        And breathe.
        desk$ afterwit store check | head -2
        file      sound
        view      sound
        desk$ ls "$AFTERWIT_HOME"
        journal.sqlite
        journal.sqlite.v5
        lock
        # It goes on with them.
        desk$ afterwit check 52re3ta4 --on 2026-11-29 2>/dev/null
        {check}
        desk$ afterwit done --not wsjty4bp 2>/dev/null; afterwit recite 3ejnrw3v 2>&1 >/dev/null | head -1
        Recited 2 times.
        """#
      ).play(on: stage)
      #expect(try StoreProbe.schema(of: "desk", on: stage) == Self.current)
      #expect(try StoreProbe.integrity(of: "desk", on: stage) == "ok")
    }
  }

  @Test("The eighth schema, whose lists looked at rows, answers every filter as it did")
  func eighth() async throws {
    try await Stage.alone { stage in
      try await Self.place(EighthSchema.base64, at: "desk", of: stage)
      #expect(try StoreProbe.schema(of: "desk", on: stage) == "8")
      try await Transcript(
        #"""
        desk$ afterwit status --all | grep -E 'entries|digest|held'
        here         6 entries, no drafts
        digest       \#(EighthSchema.digest)
        held         \#(EighthSchema.held)
        desk$ afterwit list is:starred
        2ece0hsx  2026-11-30  mantra  I prepare, then I let go.  *  private
        79grjf08  2026-11-20  interview  Acme: They asked about queues.  *
        desk$ for f in mood:..2 kind:rejection state:met state:active due:2026-12 is:private; do afterwit list $f; done
        79grjf08  2026-11-20  interview  Acme: They asked about queues.  *
        67qan3dh  2026-11-25  rejection  Globex: They took somebody else.
        7vddpd07  2026-11-30  goal  Leave earlier  met
        6dt8pz61  2026-11-30  goal  Mock interviews  due 2026-12-10
        6dt8pz61  2026-11-30  goal  Mock interviews  due 2026-12-10
        2ece0hsx  2026-11-30  mantra  I prepare, then I let go.  *  private
        desk$ afterwit list not kind:reflection
        2ece0hsx  2026-11-30  mantra  I prepare, then I let go.  *  private
        7vddpd07  2026-11-30  goal  Leave earlier  met
        6dt8pz61  2026-11-30  goal  Mock interviews  due 2026-12-10
        desk$ afterwit list --by modified -n 2
        67qan3dh  2026-11-25  rejection  Globex: They took somebody else.
        2ece0hsx  2026-11-30  mantra  I prepare, then I let go.  *  private
        desk$ afterwit list --deleted
        a06s72qx  2026-11-30  mantra  Soon gone.
        desk$ afterwit store check | head -2
        file      sound
        view      sound
        desk$ ls "$AFTERWIT_HOME"
        journal.sqlite
        journal.sqlite.v8
        lock
        """#
      ).play(on: stage)
      #expect(try StoreProbe.schema(of: "desk", on: stage) == Self.current)
      #expect(try StoreProbe.integrity(of: "desk", on: stage) == "ok")
    }
  }

  @Test("Eight processes that open it at once all see the same, and none fails")
  func atOnce() async throws {
    try await Self.withFirstSchema { stage in
      try await Transcript(
        #"""
        desk$ for n in $(seq 8); do afterwit status --all >"$T/status$n" 2>&1 & done; wait; cat "$T"/status* | grep -E 'digest|held' | sort | uniq -c
              8 digest       \#(FirstSchema.digest)
              8 held         \#(FirstSchema.held)
        """#
      ).play(on: stage)
      #expect(try StoreProbe.integrity(of: "desk", on: stage) == "ok")
    }
  }

  @Test(
    "Killed at a write system call of the upgrade, the file is of one version or the other",
    .enabled("strace is not there, or may not trace") { await Machinery.traces() },
    arguments: ["pwrite64", "fdatasync", "fsync", "rename", "ftruncate", "openat"])
  func killed(_ call: String) async throws {
    try await Stage.alone { stage in
      var number = 1
      var reached = 0
      while true {
        try await Self.place(at: "desk", of: stage)
        let outcome = try await stage.run(
          """
          strace -f -o /dev/null -e trace=\(call) -e inject=\(call):signal=KILL:when=\(number) \
          afterwit status --all
          """, at: "desk")
        #expect(["1", Self.current].contains(try StoreProbe.schema(of: "desk", on: stage)))
        #expect(try StoreProbe.integrity(of: "desk", on: stage) == "ok", "\(call) \(number)")
        try await Self.same.play(on: stage)
        #expect(try StoreProbe.schema(of: "desk", on: stage) == Self.current)
        if outcome.code == 0 { break }
        try Scratch.remove(stage.scratch.path + "/desk")
        reached += 1
        number += call == "openat" ? 40 : call == "pwrite64" ? 25 : 1
      }
      #expect(reached > 0, "\(call) is not called")
    }
  }

  @Test("A journal of a later version is refused in three lines and left as it is")
  func later() async throws {
    try await Self.withFirstSchema { stage in
      try StoreProbe.write("PRAGMA user_version = 99", to: "desk", on: stage)
      let before = Scratch.bytes(of: StoreProbe.path(of: "desk", on: stage))
      for command in ["list", "new mantra x", "status", "sync", "draft list"] {
        let outcome = try await stage.run("afterwit " + command, at: "desk")
        #expect(outcome.code == 1)
        #expect(outcome.talkLines.first?.contains("later version of afterwit (schema 99)") == true)
        #expect(outcome.talkLines.count == 3, "\(outcome.talk)")
      }
      #expect(Scratch.bytes(of: StoreProbe.path(of: "desk", on: stage)) == before)
    }
  }

  @Test("A copy that was cut short leaves the old version in place, and is made anew")
  func cutShort() async throws {
    try await Self.withFirstSchema { stage in
      // The limit on the size of files ends the process in the middle of the copy.
      let outcome = try await stage.run("ulimit -f 64; afterwit status --all", at: "desk")
      #expect(outcome.code != 0)
      #expect(try StoreProbe.schema(of: "desk", on: stage) == "1")
      try await Self.same.play(on: stage)
      #expect(!stage.scratch.paths(below: "desk").contains { $0.hasSuffix(".part") })
    }
  }
}
