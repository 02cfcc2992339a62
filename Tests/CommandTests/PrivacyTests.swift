import AfterwitProcesses
import Testing

@Suite("Privacy", .hangLimit)
struct PrivacyTests {
  @Test("Under umask 0, every file of a device is its owner's alone (AW-SEC-1)")
  func modes() async throws {
    try await Stage.withRelay { stage in
      try await Transcript(
        #"""
        desk$ umask 0; code=$(afterwit-relay code --data "$T/relay"); afterwit init --name desk --relay "$RELAY" --code "$code" --recovery-file "$T/recovery"
        ...
        desk$ umask 0; mkdir "$T/laptop"; afterwit device invite --yes 2>/dev/null | afterwit --home "$T/laptop" device join --name laptop --yes
        ...
        desk$ umask 0; afterwit new reflection 'Mine alone.'
        {id}
        desk$ umask 0; EDITOR='f() { echo more >>"$1"; exit 1; }; f' afterwit edit "$id" --field happened
        ...
        [1]
        laptop$ umask 0; afterwit sync
        ...
        """#
      ).play(on: stage)
      for device in ["desk", "laptop"] {
        let paths = stage.scratch.paths(below: device)
        #expect(paths.count > 1, "\(device) has no files")
        for path in paths {
          #expect(Scratch.mode(of: path) & 0o077 == 0, "\(path) is open to others")
        }
      }
      #expect(stage.scratch.paths(below: "desk/drafts").count > 1, "no draft was kept")
      #expect(Scratch.mode(of: stage.scratch.path + "/recovery") == 0o600)
    }
  }

  @Test("The relay's folder and log hold no word, tag, title or device name (AW-SEC-2)")
  func blindness() async throws {
    let planted = ["quokkaword", "numbattag", "bilbytitle", "wombatdesk", "potoroolap", "dugongon"]
    try await Stage.withRelay { stage in
      try await Transcript(
        #"""
        desk$ code=$(afterwit-relay code --data "$T/relay"); afterwit init --name wombatdesk --relay "$RELAY" --code "$code" --recovery-file "$T/recovery"
        ...
        desk$ afterwit new reflection 'A quokkaword.' --title bilbytitle --tag numbattag --set organisation=dugongon
        {id}
        desk$ afterwit sync 2>/dev/null
        desk$ afterwit device invite --yes 2>/dev/null | afterwit --home "$T/laptop" device join --name potoroolap --yes
        ...
        laptop$ afterwit sync 2>/dev/null
        laptop$ afterwit show "$id" --field title
        bilbytitle
        desk$ afterwit sync 2>/dev/null
        desk$ afterwit device list | grep -c potoroolap
        1
        """#
      ).play(on: stage)
      try Self.expectAbsent(planted, below: "relay", of: stage.scratch)
      // The search itself finds what is there: the desk's own folder holds the words.
      let own = stage.scratch.paths(below: "desk").flatMap { Scratch.bytes(of: $0) }
      #expect(own.firstRange(of: Array("quokkaword".utf8)) != nil)
    }
  }

  @Test("No device stores the recovery secret, and an invite is no argument (AW-SEC-4)")
  func secrets() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ afterwit init --name desk --recovery-file "$T/recovery"
        ...
        desk$ afterwit --home "$T/laptop" device join --yes awi1-secret 2>&1 | wc -l
        3
        desk$ afterwit --home "$T/laptop" device join --yes awi1-secret 2>/dev/null
        [2]
        """#
      ).play(on: stage)
      let shown = Scratch.bytes(of: stage.scratch.path + "/recovery").dropLast()
      let secret = shown.dropFirst(5).filter { $0 != UInt8(ascii: "-") }
      #expect(secret.count > 20)
      for file in stage.scratch.paths(below: "desk") {
        let bytes = Scratch.bytes(of: file)
        #expect(bytes.firstRange(of: shown) == nil, "the recovery secret is in \(file)")
        #expect(bytes.firstRange(of: secret) == nil, "the recovery secret is in \(file)")
      }
    }
  }

  private static func expectAbsent(
    _ words: [String], below folder: String, of scratch: Scratch
  ) throws {
    let files = scratch.paths(below: folder) + [scratch.path + "/log"]
    #expect(files.count > 2, "the relay has no files")
    for file in files {
      let bytes = Scratch.bytes(of: file)
      for word in words {
        #expect(bytes.firstRange(of: Array(word.utf8)) == nil, "\(word) is in \(file)")
        #expect(!file.contains(word), "\(word) names \(file)")
      }
    }
  }
}
