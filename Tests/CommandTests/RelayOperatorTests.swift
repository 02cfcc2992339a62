import AfterwitProcesses
import GRDB
import Testing

@Suite("What a relay's operator does", .hangLimit)
struct RelayOperatorTests {
  @Test("A backup is put back, and the devices heal the relay by themselves")
  func restored() async throws {
    try await Scene.paired.play { stage in
      try await Transcript(
        #"""
        desk$ afterwit sync 2>/dev/null; afterwit --home "$T/laptop" sync 2>/dev/null
        desk$ afterwit-relay backup --data "$T/relay" "$T/backup"
        Written. To look at it: afterwit-relay verify {*}/backup
        desk$ afterwit-relay backup --data "$T/relay" "$T/backup"
        {*}/backup is there already, and is not written over.
        Nothing was changed; every device still holds its whole journal.
        Name another that is not there yet, or an empty folder.
        [1]
        desk$ stat -c %a "$T/backup"
        600
        desk$ afterwit new mantra 'Since the backup.'
        {id}
        desk$ afterwit sync
        {*}relay and device hold the same.
        desk$ afterwit device invite --yes 2>/dev/null | afterwit --home "$T/tower" device join --name tower --yes 2>/dev/null
        tower$ afterwit new mantra 'Also since.'
        {other}
        tower$ afterwit sync 2>/dev/null
        tower$ afterwit-relay verify --data "$T/relay"
        sound: 1 journals, {*} envelopes
        """#
      ).play(on: stage)
    } then: { stage, port in
      try await Transcript(
        #"""
        desk$ afterwit-relay restore "$T/backup" --data "$T/relay"
        {*}/relay is there already, and is not written over.
        Nothing was changed; every device still holds its whole journal.
        Name another that is not there yet, or an empty folder.
        [1]
        desk$ rm -r "$T/relay"
        desk$ afterwit-relay restore "$T/backup" --data "$T/relay"
        Restored, without sessions and codes. To serve it: afterwit-relay serve --data {*}/relay
        desk$ afterwit-relay verify "$T/backup" && afterwit-relay verify --data "$T/relay"
        sound: 1 journals, {count} envelopes
        sound: 1 journals, {count} envelopes
        """#
      ).play(on: stage)
      try await stage.withRelay(listen: "127.0.0.1:\(port)") { stage in
        try await Transcript(
          #"""
          # The tower joined since; it is introduced by what it holds.
          tower$ afterwit sync
          0 came, {*} went; relay and device hold the same.
          The relay had lost {*} changes of {*}; they are there again.
          desk$ afterwit sync
          {*}; relay and device hold the same.
          laptop$ afterwit sync
          {*}; relay and device hold the same.
          laptop$ afterwit list | wc -l
          2
          desk$ afterwit-relay verify --data "$T/relay"
          sound: 1 journals, {*} envelopes
          """#
        ).play(on: stage)
      }
    }
  }

  /// Whether a parser of OpenMetrics by others is here.
  private static func hasParser() async -> Bool {
    let line = "python3 -c 'import prometheus_client.openmetrics.parser'"
    return (try? await Shell().run(line).code) == 0
  }

  @Test(
    "The parser of Prometheus reads its figures",
    .enabled("prometheus_client is not here") { await hasParser() })
  func figures() async throws {
    try await Stage.alone { stage in
      let outcome = try await stage.run(
        #"""
        afterwit-relay serve --data "$T/relay" --listen 127.0.0.1:0 --metrics 127.0.0.1:0 2>"$T/log" >"$T/out" &
        for n in $(seq 600); do grep -q 'telling figures' "$T/log" && [ -s "$T/out" ] && break; sleep 0.1; done
        curl -s "$(sed 's/listening on //' "$T/out")/healthz"
        python3 - "$(sed -n 's/.*metrics=\([^ ]*\).*/\1/p' "$T/log" | head -1)" <<'END'
        import sys, urllib.request
        from prometheus_client.openmetrics.parser import text_string_to_metric_families as read
        text = urllib.request.urlopen(sys.argv[1]).read().decode()
        print(*sorted(family.name.removeprefix("afterwit_relay_") for family in read(text)))
        END
        kill $! && wait $!
        """#, at: "desk")
      let names = [
        "connections", "held_bytes", "held_envelopes", "journals", "request_seconds", "requests",
        "storage_readable", "streams",
      ]
      #expect(
        outcome.output == "alive\n\(names.joined(separator: " "))\n", "\(outcome.talk)")
    }
  }

  @Test("What was broken in its file is found, told, and left as it is")
  func verified() async throws {
    try await Scene.paired.play { stage in
      try await Transcript(
        #"""
        desk$ for n in 1 2 3; do afterwit new mantra "Number $n." >/dev/null; done; afterwit sync
        {*}relay and device hold the same.
        """#
      ).play(on: stage)
    } then: { stage, _ in
      let path = stage.scratch.path + "/relay/relay.sqlite"
      let last = try await DatabaseQueue(path: path).write { database in
        let last = try Int.fetchOne(database, sql: "SELECT max(position) FROM envelope") ?? 0
        try database.execute(
          sql: """
            UPDATE envelope SET bytes = CAST(substr(bytes, 1, 299) || x'00' || substr(bytes, 301)
              AS BLOB) WHERE position = ?
            """, arguments: [last])
        return last
      }
      try await Transcript(
        #"""
        desk$ afterwit-relay verify --data "$T/relay"
        journal {*}: position LAST: its payload hash is wrong
        What is held is not as it was written.
        Nothing was changed; every device still holds its whole journal.
        Put a backup into an empty folder: {*}
        [1]
        desk$ afterwit-relay verify --data "$T/relay" >/dev/null 2>&1; sha256sum <"$T/relay/relay.sqlite" >"$T/1"; afterwit-relay verify "$T/relay/relay.sqlite" >/dev/null 2>&1; sha256sum <"$T/relay/relay.sqlite" | cmp - "$T/1"
        desk$ afterwit-relay verify --data "$T/none"
        The folder {*}/none holds no relay.
        ...
        [1]
        """#.replacing("LAST", with: "\(last)")
      ).play(on: stage)
    }
  }
}
