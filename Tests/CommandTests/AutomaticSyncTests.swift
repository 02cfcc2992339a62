import AfterwitProcesses
import Testing

@Suite("What was written is sent without asking, where a person has chosen it", .hangLimit)
struct AutomaticSyncTests {
  /// Functions for scripts: a relay of their own, and waiting until something is so.
  private static let functions = #"""
    relay() {
      rm -f "$T/port"
      afterwit-relay serve --data "$T/relay" --listen 127.0.0.1:0 --port-file "$T/port" \
        >/dev/null 2>&1 & relay=$!
      while [ ! -e "$T/port" ]; do sleep 0.02; done
      afterwit relay set "http://127.0.0.1:$(cat "$T/port")" 2>/dev/null
      afterwit --home "$T/laptop" relay set "http://127.0.0.1:$(cat "$T/port")" 2>/dev/null
    }
    until_so() {
      n=0
      until "$@"; do
        n=$((n + 1)); [ $n -lt 1500 ] || { echo "never so: $*"; exit 99; }
        sleep 0.04
      done
    }
    laptop() { afterwit --home "$T/laptop" "$@" 2>/dev/null; }
    running() { pgrep -f -- "--unattended --home $AFTERWIT_HOME\$"; }
    at_rest() { [ ! -s "$AFTERWIT_HOME/automatic-sync" ] && ! running >/dev/null; }
    told() { afterwit status --json | grep -q "$1"; }
    trap 'kill -KILL $relay $watch 2>/dev/null' EXIT
    relay
    afterwit sync 2>/dev/null; laptop sync; afterwit sync 2>/dev/null

    """#

  private func play(_ script: String) async throws {
    try await Stage.alone { stage in
      _ = try await Scene.paired.lay(on: stage)
      let outcome = try await stage.run(
        Self.functions + script, at: "desk")
      #expect(outcome.code == 0, "\(outcome.output) \(outcome.talk)")
    }
  }

  private static let chosen = "afterwit config set sync.auto on >/dev/null 2>&1\n"

  @Test("It goes by itself, and status tells how it went")
  func sent() async throws {
    try await play(
      Self.chosen + #"""
        told '"automaticSync":null' || exit 1
        afterwit note 'By itself.' >/dev/null || exit 2
        until_so told '"agreed":true,"text":"0 came, 1 went'
        afterwit status | grep -q '^sync.auto .*0 came, 1 went' || exit 3
        laptop sync
        laptop find itself | grep -q 'By itself.' || exit 4
        until_so at_rest
        kill -KILL $relay; wait $relay
        afterwit note 'Nobody is there.' >/dev/null 2>"$T/talk" || exit 5
        [ ! -s "$T/talk" ] || exit 6
        until_so told '"agreed":false,"text":"No connection to'
        until_so at_rest
        # What only reads leaves nothing behind.
        rm "$AFTERWIT_HOME/automatic-sync"
        afterwit list >/dev/null; afterwit status >/dev/null
        [ ! -e "$AFTERWIT_HOME/automatic-sync" ] || exit 7
        """#)
  }

  @Test("It keeps nothing of the command's, delays nothing, and never piles up")
  func alone() async throws {
    try await play(
      Self.chosen + #"""
        kill -STOP $relay
        exec 9<"$T/port"
        afterwit note 'The first.' 2>&1 | cat >/dev/null
        until_so running >/dev/null
        process=$(running)
        gone() { [ "$(readlink /proc/$process/cwd)" = / ]; }
        until_so gone
        for file in 0 1 2; do
          is=$(readlink /proc/$process/fd/$file)
          [ "$is" = /dev/null ] || { echo "$file is $is"; afterwit status --json; exit 1; }
        done
        readlink /proc/$process/fd/* | grep -q '/port$' && exit 2
        [ "$(ps -o sid= -p $process | tr -d ' ')" = $process ] || exit 3
        [ "$(ps -o tty= -p $process)" = '?' ] || exit 4
        for word in second third fourth fifth; do
          out=$(afterwit note "The $word." 2>&1) || exit 6
          now=$(running)
          [ "$now" = $process ] || { echo "$now, not $process"; afterwit status --json; exit 7; }
        done
        kill -CONT $relay
        until_so at_rest
        laptop sync
        [ "$(laptop find the --json | wc -l)" = 5 ] || exit 8
        """#)
  }

  @Test("Without the choice, a relay or the executable with the network nothing happens")
  func never() async throws {
    try await play(
      #"""
      afterwit note 'Not chosen.' >/dev/null || exit 1
      [ ! -e "$AFTERWIT_HOME/automatic-sync" ] || exit 2
      afterwit config set sync.auto on >/dev/null 2>&1
      mkdir "$T/bin"
      ln "$(command -v afterwit)" "$T/bin/afterwit" 2>/dev/null || cp "$(command -v afterwit)" "$T/bin/afterwit"
      "$T/bin/afterwit" note 'No network.' >/dev/null 2>"$T/talk" || exit 3
      [ ! -s "$T/talk" ] || exit 4
      [ ! -e "$AFTERWIT_HOME/automatic-sync" ] || exit 5
      afterwit --home "$T/tower" init --name tower --recovery-file "$T/secret" 2>/dev/null || exit 6
      afterwit --home "$T/tower" note 'No relay.' >/dev/null || exit 7
      [ ! -e "$T/tower/automatic-sync" ] || exit 8
      """#)
  }

  @Test("While a watch stays, it does what is asked, and nobody else does it too")
  func watched() async throws {
    try await play(
      Self.chosen + #"""
        afterwit sync --watch 2>"$T/watch" & watch=$!
        until_so [ -e "$AFTERWIT_HOME/automatic-sync" ]
        afterwit note 'Watched.' >/dev/null
        running && exit 1
        until_so grep -q '0 came, 1 went' "$T/watch"
        kill -TERM $watch; wait $watch || exit 2
        """#)
  }
}
