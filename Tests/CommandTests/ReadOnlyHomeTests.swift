import AfterwitProcesses
import Glibc
import Testing

@Suite("A home where nothing can be written", .hangLimit)
struct ReadOnlyHomeTests {
  /// How writing is kept from the home.
  enum Bar: CaseIterable {
    /// Its permissions bar this user.
    case permissions
    /// It is mounted for reading only, as a snapshot is.
    case mount
  }

  /// What the last process left beside the database.
  enum Trace: String, CaseIterable {
    /// Nothing: it ended well.
    case none
    /// A log with its index, as where a snapshot was taken while it was at work.
    case log
  }

  private static let begin = Scene(after: .alone) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new reflection 'I talked too fast.' --title Onsite
      {id}
      desk$ mv "$T/desk" "$T/work"
      desk$ afterwit --home "$T/work" edit "$id" --append 'And too loud.' 2>/dev/null
      desk$ cp -r "$T/work" "$T/none"
      desk$ EDITOR='f() { afterwit new mantra Again. >/dev/null && cp -r "$AFTERWIT_HOME" "$T/log"; exit 1; }; f' AFTERWIT_HOME="$T/work" afterwit edit "$id" --field happened >/dev/null 2>&1; rm -rf "$T/log/drafts"
      desk$ stat -c %s "$T/log/journal.sqlite-wal" | grep -c '^0$'
      0
      [1]
      """#
    ).play(on: stage)
  }

  @Test("It can be read, and is left as it is", arguments: Bar.allCases, Trace.allCases)
  func reading(bar: Bar, trace: Trace) async throws {
    guard await bar.isAtHand() else { return }
    try await Self.begin.play { stage, words in
      _ = try await stage.run(#"mv "$T/\#(trace)" "$T/desk""#, at: "desk")
      let id = try #require(words["id"])
      let before = try await Self.image(on: stage)
      try await bar.raise(on: stage)
      _ = try await stage.run(#"mkdir -m 1777 "$T/kept""#, at: "desk")
      let lines: [(String, String)] = [
        ("list", "Onsite"), ("show \(id)", "And too loud."), ("show \(id) --field title", "Onsite"),
        ("find loud", "too loud"), ("export", "too loud"), ("status", "same as"),
        ("device list", "this"), ("draft list", ""), ("review", ""), ("store check", "sound"),
        ("", "Nothing waits"),
      ]
      for (line, says) in lines {
        let outcome = try await bar.run("afterwit \(line)", on: stage)
        #expect(outcome.code == 0 && outcome.output.contains(says), "\(line): \(outcome.talk)")
      }
      let listed = try await bar.run("afterwit list", on: stage)
      #expect(listed.output.split(separator: "\n").count == (trace == .log ? 2 : 1))
      let refused = try await bar.run(
        #"TMPDIR="$T/kept" afterwit new mantra 'Not here.'"#, on: stage)
      #expect(refused.code == 1)
      #expect(refused.talk.hasPrefix("The journal cannot be written here: "), "\(refused.talk)")
      _ = try await stage.run("chmod -R u+w \"$AFTERWIT_HOME\"", at: "desk")
      #expect(try await Self.image(on: stage) == before)
    }
  }

  @Test("A log whose index is missing: what to do is said", arguments: Bar.allCases)
  func unindexed(bar: Bar) async throws {
    guard await bar.isAtHand() else { return }
    try await Self.begin.play { stage, _ in
      _ = try await stage.run(
        #"mv "$T/log" "$T/desk"; rm "$T/desk/journal.sqlite-shm""#, at: "desk")
      try await bar.raise(on: stage)
      let outcome = try await bar.run("afterwit list", on: stage)
      #expect(outcome.code == 1)
      #expect(
        outcome.talkLines == [
          "The journal was not closed well, and cannot be read where nothing can be written.",
          "It was left as it is.",
          "Copy the folder to where you may write, and read it there with --home COPY.",
        ], "\(outcome.talk)")
      _ = try await stage.run("chmod -R u+w \"$AFTERWIT_HOME\"", at: "desk")
      let copied = try await stage.run(
        #"cp -r "$T/desk" "$T/copy"; afterwit --home "$T/copy" list"#, at: "desk")
      #expect(copied.output.split(separator: "\n").count == 2, "\(copied.talk)")
    }
  }

  @Test("A home of another user, or a file of one, is not said to be no journal")
  func unreadable() async throws {
    let bar = Bar.permissions
    guard await bar.isAtHand() else { return }
    try await Self.begin.play { stage, _ in
      _ = try await stage.run(#"mv "$T/none" "$T/desk""#, at: "desk")
      for place in ["$AFTERWIT_HOME", "$AFTERWIT_HOME/journal.sqlite"] {
        try await bar.raise(on: stage)
        _ = try await stage.run("chmod 0 \"\(place)\"", at: "desk")
        let outcome = try await bar.run("afterwit list", on: stage)
        #expect(outcome.code == 1)
        #expect(outcome.talk.hasPrefix("The journal cannot be read here: "), "\(outcome.talk)")
        #expect(outcome.talk.contains(": Permission denied."), "\(outcome.talk)")
        _ = try await stage.run("chmod -R u+rwX \"$AFTERWIT_HOME\"", at: "desk")
      }
    }
  }

  /// The bytes of the home's files.
  private static func image(on stage: Stage) async throws -> String {
    try await stage.run(
      #"cd "$AFTERWIT_HOME" && find . -type f | sort | xargs sha256sum"#, at: "desk"
    )
    .output
  }
}

extension ReadOnlyHomeTests.Bar {
  /// A user without rights, for a process that has all of them.
  private static let stranger = "setpriv --reuid 65534 --regid 65534 --clear-groups"
  /// Lays the executable where that user may run it: where it was built may be the builder's alone.
  private static let lay =
    #"{ ln "$(command -v afterwit)" . 2>&- || cp "$(command -v afterwit)" .; }"#

  /// Whether this machine has it; root is barred by no permissions, and others mount nothing.
  func isAtHand() async -> Bool {
    switch self {
    case .mount: return await Machinery.mounts()
    case .permissions:
      guard geteuid() == 0 else { return true }
      // A shell between, as for every line: without one the rights of root would last until then.
      let outcome = try? await Shell().run(
        #"d=$(mktemp -d) && cd "$d" && chmod 0755 . && \#(Self.lay) && "#
          + #"\#(Self.stranger) sh -c './afterwit --version'; code=$?; rm -r "$d"; exit $code"#)
      return outcome?.code == 0
    }
  }

  /// Keeps writing from the desk's home, so far as that is not a matter of each process.
  func raise(on stage: Stage) async throws {
    guard self == .permissions else { return }
    let access =
      #"chmod 0755 "$T" && chmod -R a+rX "$AFTERWIT_HOME" && mkdir -p "$T/bin" && "#
      + #"(cd "$T/bin" && \#(Self.lay)) && "#
    _ = try await stage.run(
      "\(geteuid() == 0 ? access : "")chmod -R a-w \"$AFTERWIT_HOME\"", at: "desk")
  }

  /// Runs a line where the bar holds.
  func run(_ line: String, on stage: Stage) async throws -> Outcome {
    let mount =
      #"mount --make-rprivate / && mount --bind "$AFTERWIT_HOME" "$AFTERWIT_HOME" && "#
      + #"mount -o remount,bind,ro "$AFTERWIT_HOME""#
    let prefix =
      switch self {
      case .permissions: geteuid() == 0 ? #"PATH="$T/bin:$PATH" \#(Self.stranger)"# : ""
      case .mount: #"unshare -m sh -c '\#(mount) && exec "$@"' sh"#
      }
    return try await stage.run(
      "\(prefix) sh -c '\(line.replacing("'", with: #"'\''"#))'", at: "desk")
  }
}
