import AfterwitProcesses
import Testing

@Suite("An entry as one document in the editor", .hangLimit)
struct WholeEntryTests {
  private static let begin = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new interview 'They asked about queues.' --org Acme --mood 2
      {id}
      desk$ afterwit add "$id" followup 'Thank Ana' --set due=2026-12-04
      {ana}
      desk$ afterwit add "$id" followup 'Ask Sam'
      {sam}
      """#
    ).play(on: stage)
  }

  @Test("shows all of it, and each part that was touched is changed in one change")
  func edited() async throws {
    try await Self.begin.play { stage, words in
      try stage.writeEditor(
        #"""
        cat "$1" >"$T/shown"
        sed -i -e 's/queues\./queues, and I went blank./' -e '/^# mine/a\\nI had not slept.' \
          -e 's/^- \[ \] Ask Sam/- [x] Ask Sam again/' -e '/Thank Ana/d' \
          -e '/Ask Sam/a- [ ] Write to Ben (2026-12-07)\n- [ ] Thank Ana (2026-12-05)' \
          -e 's/^2$/4/' "$1"
        """#)
      try await Transcript(
        #"""
        desk$ EDITOR="sh $T/editor" afterwit edit "$id"
        Changed {id}: They asked about queues, and I went blank.
        desk$ sed 's/^# /= /' "$T/shown"
        = happened
        They asked about queues.
        = mine
        = not-mine
        = lacks
        = questions
        = feedback
        = follow-ups
        - [ ] Thank Ana (2026-12-04)
        - [ ] Ask Sam
        = occasion
        interview
        = organisation
        Acme
        = mood
        2
        --- everything below this line is only for reading ---
        reflection {id}
        Other headings that may be added: {*}
        desk$ afterwit show "$id" | tail -n +3
        occasion      interview
        organisation  Acme
        mood          4
        happened
        They asked about queues, and I went blank.
        mine
        I had not slept.
        follow-ups
        {sam}  [x]  Ask Sam again
        {ben}  [ ]  Write to Ben  due 2026-12-07
        {ana}  [ ]  Thank Ana  due 2026-12-05
        desk$ ls -A "$AFTERWIT_HOME/drafts"
        # What nobody touches is not changed.
        desk$ EDITOR='sleep 2; true' afterwit edit "$id"
        Nothing was changed in {id}: They asked about queues, and I went blank.
        desk$ ls -A "$AFTERWIT_HOME/drafts"
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("merges with what another process wrote while it was open")
  func leftOpen() async throws {
    try await Self.begin.play { stage, words in
      try stage.writeEditor(
        #"""
        afterwit edit "$id" --text 'They asked about queues. Twice.' 2>/dev/null
        afterwit edit "$sam" --text 'Ask Sam soon' 2>/dev/null
        sed -i -e 's/They asked/The two asked/' -e 's/^- \[ \] Ask Sam/- [x] Ask Sam/' "$1"
        """#)
      try await Transcript(
        #"""
        desk$ EDITOR="sh $T/editor" afterwit edit "$id"
        Changed {id}: The two asked about queues.
        Meanwhile, this machine changed it too; both are merged.
        desk$ afterwit show "$id" | grep Sam
        {sam}  [x]  Ask Sam soon
        """#
      ).play(on: stage, knowing: words)
    }
  }

  private static let wrong: [(String, String)] = [
    (#"/^# mood/d"#, ##"The heading "# mood" is gone from the document."##),
    (#"s/^# mood/# mine/"#, ##"The heading "# mine" stands twice in the document."##),
    (#"s/^# mine/# mien/"#, ##"A reflection has no field for the heading "# mien"."##),
    (#"1iMy day"#, #"A line stands before the first heading: "My day"."#),
    (#"/^---/d"#, #"The line below which everything is only for reading is gone."#),
    (
      #"s/^- \[ \] Ask/Ask/"#,
      ##"A line below "# follow-ups" is no item: "Ask Sam"."##
    ),
    (#"s/^2$/high/"#, #"The field “mood” takes a whole number from 1 to 5, not “high”."#),
  ]

  @Test(
    "that cannot be read changes nothing, is kept, and recovered once it is mended",
    arguments: wrong)
  func refused(_ wrong: (edit: String, says: String)) async throws {
    try await Self.begin.play { stage, words in
      try stage.scratch.write((wrong.edit + "\n").utf8, to: "edit")
      try await Transcript(
        #"""
        desk$ before=$(afterwit status --all | grep held); EDITOR="sed -i -e 's/queues/rows/' -f $T/edit" afterwit edit "$id"; echo $?; afterwit status --all 2>/dev/null | grep -cF "$before"
        \#(wrong.says)
        Your text is kept in {path}.
        {*} To save it: afterwit draft recover {name}
        2
        1
        desk$ grep -q rows "$path" && EDITOR='f() { cp "$1" "$path"; }; f' afterwit edit "$id" >/dev/null 2>&1; sed -i 's/queues/rows/' "$path"; afterwit draft recover "$name"
        {id}
        Changed {id}: They asked about rows.
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("keeps as a draft what is written where all is only for reading, and names it")
  func belowTheLine() async throws {
    try await Self.begin.play { stage, words in
      try await Transcript(
        #"""
        desk$ EDITOR="sed -i -e 's/queues/rows/' -e '\$aOne more thing.'" afterwit edit "$id"
        Changed {id}: They asked about rows.
        What you wrote below the line is not saved. It is kept in {path}:
          afterwit draft recover {path} --to {id}
        desk$ cat "$path"
        One more thing.
        desk$ afterwit draft recover "$path" --to "$id" --field lesson 2>/dev/null; afterwit show "$id" --field lesson
        {id}
        One more thing.
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("makes a new entry with its items in one change, and none where nothing was written")
  func new() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ EDITOR='f() { cp "$1" "$T/shown"; sed -i -e "/^# happened/a\\\\nIt went well." -e "/^# follow-ups/a\\\\n- [ ] Thank Ana" "$1"; }; f' afterwit new interview --editor --org Acme
        {id}
        desk$ sed -n '/^---/,$p' "$T/shown" | sed -n 2,4p
        occasion: interview
        organisation: Acme
        happened: How was it? Tell it as it went.
        desk$ afterwit show "$id" | tail -n +3
        occasion      interview
        organisation  Acme
        happened
        It went well.
        follow-ups
        {ana}  [ ]  Thank Ana
        desk$ EDITOR='sleep 2; true' afterwit new win --editor
        There is nothing to write down.
        No entry was made.
        {*}
        [2]
        desk$ ls -A "$AFTERWIT_HOME/drafts"
        """#
      ).play(on: stage)
    }
  }

  @Test("is not saved twice where the process died after it was saved")
  func diedAfterwards() async throws {
    try await Self.begin.play { stage, words in
      // The draft's files are put back as they lay when the change was committed.
      try stage.writeEditor(
        #"""
        sed -i -e 's/queues/rows/' -e 's/^- \[ \] Ask Sam/- [ ] Write to Ben\n&/' "$1"
        cp -r "$AFTERWIT_HOME/drafts" "$T/drafts"
        """#)
      try await Transcript(
        #"""
        desk$ EDITOR="sh $T/editor" afterwit edit "$id" 2>/dev/null; cp -r "$T/drafts" "$AFTERWIT_HOME"
        desk$ afterwit draft recover "$id-"
        {id}
        The text was there already; the draft is gone.
        desk$ afterwit show "$id" | grep -c Ben
        1
        desk$ cp -r "$T/drafts" "$AFTERWIT_HOME"; sed -i 's/rows/lines/' "$AFTERWIT_HOME"/drafts/*/*.md; afterwit draft recover "$id-"
        What the draft {name} said was saved, and it was changed after that.
        The text is kept in {*}
        {*}
        [2]
        """#
      ).play(on: stage, knowing: words)
    }
  }
}
