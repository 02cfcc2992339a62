import AfterwitProcesses
import Testing

@Suite("A watch of the relay", .hangLimit)
struct WatchTests {
  /// Functions for scripts: a relay on one port, and waiting for a line of the watch.
  private static let functions = #"""
    port=0
    relay() {
      rm -f "$T/port"
      afterwit-relay serve --data "$T/relay" --listen 127.0.0.1:$port --port-file "$T/port" \
        --heartbeat 1 >/dev/null 2>&1 & relay=$!
      while [ ! -e "$T/port" ]; do sleep 0.02; done
      port=$(cat "$T/port")
    }
    heard() {
      n=0
      until [ "$(grep -c "$1" "$T/watch")" -ge "$2" ]; do
        n=$((n + 1)); [ $n -lt 3000 ] || { echo "not heard: $1"; cat "$T/watch"; exit 99; }
        sleep 0.02
      done
    }
    watch() {
      env --default-signal=INT afterwit sync --watch "$@" 2>"$T/watch" & watch=$!
    }
    trap 'kill -KILL $relay $watch 2>/dev/null' EXIT
    relay
    afterwit relay set "http://127.0.0.1:$port" 2>/dev/null
    afterwit --home "$T/laptop" relay set "http://127.0.0.1:$port" 2>/dev/null
    laptop() { afterwit --home "$T/laptop" "$@" 2>/dev/null; }
    moved='1 came, 0 went'
    laptop sync; afterwit sync 2>/dev/null

    """#

  private func play(_ script: String) async throws {
    try await Stage.alone { stage in
      _ = try await Scene.paired.lay(on: stage)
      let outcome = try await stage.run(
        Self.functions + script, at: "desk")
      #expect(outcome.code == 0, "\(outcome.output) \(outcome.talk)")
    }
  }

  @Test("What is written elsewhere comes at once, what is written here goes; ^C ends it with 0")
  func bothWays() async throws {
    try await play(
      #"""
      watch
      laptop note 'From the laptop.' >/dev/null; laptop sync
      heard "$moved" 1
      afterwit find laptop | grep -q 'From the laptop.' || exit 1
      afterwit note 'From the desk.' >/dev/null
      heard '0 came, 1 went' 1
      laptop sync
      laptop find desk | grep -q 'From the desk.' || exit 2
      [ "$(wc -l <"$T/watch")" = 2 ] || { cat "$T/watch"; exit 3; }
      kill -INT $watch; wait $watch || exit 4
      """#)
  }

  @Test("It goes on after a clean end, a cut and silence, and tells of each loss once")
  func losses() async throws {
    try await play(
      #"""
      watch --timeout 3
      laptop note 'One.' >/dev/null; laptop sync
      heard "$moved" 1
      kill -TERM $relay; wait $relay
      heard 'Trying again until' 1
      relay
      heard 'The relay is back.' 1
      laptop note 'Two.' >/dev/null; laptop sync
      heard "$moved" 2
      kill -KILL $relay; wait $relay
      heard 'Trying again until' 2
      relay
      heard 'The relay is back.' 2
      laptop note 'Three.' >/dev/null; laptop sync
      heard "$moved" 3
      kill -STOP $relay
      heard 'Trying again until' 3
      kill -CONT $relay
      heard 'The relay is back.' 3
      laptop note 'Four.' >/dev/null; laptop sync
      heard "$moved" 4
      [ "$(wc -l <"$T/watch")" = 10 ] || { cat "$T/watch"; exit 3; }
      kill -TERM $watch; wait $watch || exit 4
      """#)
  }

  @Test("A relay without a stream of events is told of once, and asked again and again")
  func unlistenable() async throws {
    let earlier = LoopbackProxy.Manner.passing("GET /v1/events", as: "GET /v1/never")
    try await Scene.paired.play { stage, _ in
      try await LoopbackProxy.with(earlier, to: stage.relay ?? "") { proxy in
        let script = #"""
          laptop() { afterwit --home "$T/laptop" "$@" 2>/dev/null; }
          afterwit relay set "$proxy" 2>/dev/null
          laptop sync
          env --default-signal=INT afterwit sync --watch 2>"$T/watch" & watch=$!
          trap 'kill -KILL $watch 2>/dev/null' EXIT
          heard() {
            n=0
            until [ "$(grep -c "$1" "$T/watch")" -ge 1 ]; do
              n=$((n + 1)); [ $n -lt 3000 ] || { echo "not heard: $1"; cat "$T/watch"; exit 99; }
              sleep 0.02
            done
          }
          heard 'does not say when'
          for n in 1 2 3; do laptop note "Word $n." >/dev/null; done; laptop sync
          heard '[1-3] came, 0 went'
          sleep 3
          grep -c 'does not say when' "$T/watch"
          kill -INT $watch; wait $watch
          """#
        var shell = stage.shell(at: "desk")
        shell.variables["proxy"] = proxy.address
        let outcome = try await shell.run(script)
        #expect(outcome.code == 0 && outcome.output == "1\n", "\(outcome.output) \(outcome.talk)")
      }
    }
  }

  @Test("What does not pass ends it: no relay, one that does not know the journal")
  func fatal() async throws {
    try await Stage.withRelay { stage in
      try await Transcript(
        #"""
        desk$ afterwit init --name desk --recovery-file "$T/recovery"
        ...
        desk$ afterwit sync --watch
        No relay is set for this home.
        Nothing was changed.
        Type: afterwit relay set URL
        [2]
        desk$ afterwit relay set "$RELAY"
        ...
        desk$ afterwit sync --watch
        The relay does not know this journal or this device.
        ...
        [6]
        """#
      ).play(on: stage)
    }
  }
}
