import AfterwitProcesses
import Testing

@Suite("Where a journal may begin", .hangLimit)
struct FoundingTests {
  private static let verbs = [
    #"init --recovery-file "$T/recovery""#, "device join --yes <\"$T/invite\"",
  ]

  @Test("A folder with other things in it is refused and left as it is", arguments: verbs)
  func shared(verb: String) async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ mkdir "$T/shared" "$T/shared/album" && echo notes >"$T/shared/notes" && chmod 0775 "$T/shared" && touch "$T/invite"
        desk$ afterwit --home "$T/shared" \#(verb)
        The folder {home} holds other things, and a journal takes one of its own.
        It was left as it is.
        Name a folder that is new or empty with --home.
        [2]
        desk$ stat -c %a "$T/shared"; ls -A "$T/shared"; cat "$T/shared/notes"; ls "$T"
        775
        album
        notes
        notes
        invite
        shared
        """#
      ).play(on: stage)
    }
  }

  @Test("A file is refused and left as it is", arguments: verbs)
  func file(verb: String) async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ echo notes >"$T/file" && chmod 0644 "$T/file" && touch "$T/invite"
        desk$ afterwit --home "$T/file" \#(verb)
        {file} is not a folder.
        It was left as it is.
        Name a folder that is new or empty with --home.
        [2]
        desk$ stat -c %a "$T/file"; cat "$T/file"; ls "$T"
        644
        notes
        file
        invite
        """#
      ).play(on: stage)
    }
  }

  @Test("An empty folder is taken and made private, also where the recovery secret goes into it")
  func empty() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ mkdir -m 0755 "$T/desk"
        desk$ afterwit init --recovery-file "$T/desk/recovery"
        {*}keep it safe.
        Your journal is ready;{*}
        desk$ stat -c %a "$T/desk" "$T/desk/recovery"
        700
        600
        """#
      ).play(on: stage)
    }
  }

  @Test("A founding that was cut short can be repeated, but not beside other things")
  func cutShort() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ afterwit init --recovery-file /dev/full
        ...
        [2]
        desk$ mkdir "$T/desk" && touch "$T/desk/journal.sqlite" "$T/desk/lock" "$T/desk/notes"
        desk$ afterwit init --recovery-file "$T/recovery"
        The folder {home} holds other things, and a journal takes one of its own.
        ...
        [2]
        desk$ rm "$T/desk/notes"
        desk$ afterwit init --recovery-file "$T/recovery"
        {*}keep it safe.
        Your journal is ready;{*}
        """#
      ).play(on: stage)
    }
  }

  @Test("Another program's database of the same name is not written to, whatever is asked")
  func otherDatabase() async throws {
    try await Stage.alone { stage in
      _ = try await stage.run(#"mkdir -m 0755 "$T/desk""#, at: "desk")
      try StoreProbe.write("CREATE TABLE album (title TEXT)", to: "desk", on: stage)
      let line = #"cd "$T/desk"; stat -c '%n %a %s' . *; sha256sum *"#
      let before = try await stage.run(line, at: "desk").output
      for verb in ["list", #"init --recovery-file "$T/recovery""#, "new mantra Again."] {
        let outcome = try await stage.run("afterwit \(verb)", at: "desk")
        #expect(outcome.code == 1 && outcome.talk.contains("is not a journal"), "\(outcome.talk)")
        #expect(try await stage.run(line, at: "desk").output == before)
      }
      #expect(before.split(separator: "\n").count == 3)
    }
  }
}
