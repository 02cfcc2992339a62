import AfterwitProcesses
import Testing

@Suite("Reviews of several parts", .hangLimit)
struct ReviewPartsTests {
  @Test("Two places of one text are two parts of one review, decided one by one or together")
  func parts() async throws {
    try await Scene.paired.play { stage, _ in
      try await Transcript(
        #"""
        desk$ printf 'Ann came late.\nBen spoke fast.\nZoe left early.' | afterwit new reflection -
        {id}
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        desk$ printf 'Ann came soon.\nBen spoke fast.\nZoe left last.' | afterwit edit "$id" -
        Changed {id}: Ann came soon.
        laptop$ printf 'Ann came never.\nBen spoke fast.\nZoe left first.' | afterwit edit "$id" -
        Changed {id}: Ann came never.
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit review list
        {review}.1  {*}  happened  same words  this machine and laptop, {*}
        {review}.2  {*}  happened  same words  this machine and laptop, {*}
        Look at one: afterwit review show {review}.1, or decide one after another: afterwit review next
        desk$ afterwit status --all | grep reviews
        reviews      2
        desk$ afterwit list 2>/dev/null
        {id}  {*}  2 reviews
        desk$ afterwit list
        {id}  {*}
        desk$ afterwit review --json | grep -o '"part":[0-9]'
        "part":1
        "part":2
        desk$ afterwit show "$id" --json | grep -o '"reviews":.*' | grep -o "\"$review" | wc -l
        2
        desk$ afterwit review show "$review" 2>/dev/null | grep -E 'line|    Ann|    Zoe' | tr '{}' '<>'
        {review}.1: This machine and laptop rewrote “Ann came late.” in happened, line 1.
            Ann came [-late-] <+soon+>.
            Ann came [-late-] <+never+>.
            Ann came [-late-] {*}
            Ann came late.
        {review}.2: This machine and laptop rewrote “Zoe left early.” in happened, line 3.
            Zoe left [-early-] <+last+>.
            Zoe left [-early-] <+first+>.
            Zoe left [-early-] {*}
            Zoe left early.
        desk$ afterwit review show "$review" 2>&1 >/dev/null | tail -1
        Without .1, the answer is for every open part.
        desk$ afterwit review show "$review.2" 2>/dev/null | grep -c '^    Zoe'
        4
        desk$ afterwit review show "$review.2" 2>&1 >/dev/null
        Decide: afterwit review resolve {review}.2 mine (or theirs, both, base, edit, --text TEXT)
        desk$ afterwit review resolve "$review.2" mine
        Decided in {id}: {*}
        happened now reads: Zoe left last.
        1 review is still open. Type: afterwit review
        desk$ afterwit show "$id" --field happened | tail -1
        Zoe left last.
        desk$ afterwit review list 2>/dev/null
        {review}  {*}  happened  same words  this machine and laptop, {*}
        laptop$ afterwit review resolve "$review" theirs
        Decided in {id}: {*}
        happened now reads: Ann came soon.
        happened now reads: Zoe left last.
        No review is open any more.
        laptop$ afterwit show "$id" --field happened
        Ann came soon.
        Ben spoke fast.
        Zoe left last.
        """#
      ).play(on: stage)
      try await stage.sync("laptop", "desk", "laptop")
      for device in ["desk", "laptop"] {
        try await Transcript("\(device)$ afterwit review\nNo review is open.").play(on: stage)
      }
      try await stage.expectAgreement("desk", "laptop")
    }
  }
}
