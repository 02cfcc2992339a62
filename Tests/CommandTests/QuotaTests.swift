import AfterwitProcesses
import Foundation
import Testing

@Suite("What the relay's operator gives a journal, as people see it", .hangLimit)
struct QuotaTests {
  @Test("Used up, it is told with 10; a device still gets in; the operator gives more")
  func usedUp() async throws {
    try await Stage.withRelay { stage in
      try await Transcript(
        #"""
        desk$ code=$(afterwit-relay code --data "$T/relay" --max-bytes 2M) && afterwit init --name desk --relay "$RELAY" --code "$code" --recovery-file "$T/recovery"
        ...
        desk$ afterwit sync
        {*}relay and device hold the same.
        desk$ for n in 1 2 3; do head -c 300000 /dev/urandom | base64 -w 60 | afterwit new reflection - >/dev/null; done
        desk$ afterwit sync
        The relay takes no more of this journal: 0.7 of 2.0 MiB are used, and the last is kept for devices.
        Everything written here is safe and will be sent later.
        Ask its operator for more; then type: afterwit sync
        [10]
        desk$ afterwit status --all | grep pending
        pending      1
        # What waits goes with the admission that comes after it.
        desk$ afterwit device invite --yes 2>/dev/null | afterwit --home "$T/laptop" device join --name laptop --yes 2>/dev/null
        laptop$ afterwit list | wc -l
        3
        laptop$ head -c 300000 /dev/urandom | base64 -w 60 | afterwit new reflection - >/dev/null
        laptop$ afterwit sync >/dev/null 2>&1
        [10]
        laptop$ afterwit-relay journals --data "$T/relay"
        {id}  {*} envelopes  1.1M  {*}Z  at most 2.0M
        laptop$ afterwit-relay quota 0 --data "$T/relay" --max-bytes 1M 2>&1 | head -1
        Error: --max-bytes takes 2M or more, as in 512M, or none.
        laptop$ afterwit-relay quota xyz --data "$T/relay" --max-bytes none
        There is no journal whose id begins so.
        Nothing was changed.
        See their ids: afterwit-relay journals
        [9]
        laptop$ afterwit-relay quota "$(echo "$id" | head -c 6)" --data "$T/relay" --max-bytes none --max-envelopes 5000
        {id}  {*} envelopes  1.1M  {*}Z  at most any  at most 5000 envelopes
        laptop$ afterwit sync
        {*}relay and device hold the same.
        laptop$ afterwit-relay journals --data "$T/relay" --json | tr ',' '\n' | grep max | tr -d '}'
        "maxBytes":"none"
        "maxEnvelopes":5000
        "maxAppends":null
        """#
      ).play(on: stage)
      let line = try await stage.run(
        #"afterwit-relay journals --data "$T/relay" --json"#, at: "desk")
      try SchemaFile("relay-journals").expect(
        JSONSerialization.jsonObject(with: Data(line.output.utf8)))
    }
  }

  @Test("A relay gives all journals what serve says, and names no folder that is no relay's")
  func general() async throws {
    try await Stage.alone { stage in
      try await Transcript(
        #"""
        desk$ afterwit-relay serve --data "$T/relay" --max-envelopes 0 2>&1 | head -1
        Error: --max-envelopes takes 1 or more, or none.
        desk$ afterwit-relay journals --data "$T/relay"
        The folder {*}/relay holds no relay.
        Nothing was changed; every device still holds its whole journal.
        Name the folder that it serves from: --data DIR
        [1]
        desk$ ls "$T/relay" 2>/dev/null
        [2]
        desk$ afterwit-relay code --data "$T/relay" >/dev/null
        desk$ afterwit-relay journals --data "$T/relay"
        There is no journal here.
        """#
      ).play(on: stage)
    }
  }
}
