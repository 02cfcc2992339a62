import AfterwitProcesses
import Testing

@Suite("Reviews on two devices", .hangLimit)
struct ReviewTests {
  @Test("One overlap, one value, one deletion, the same on both; the rest merges without a word")
  func meeting() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit review show "$overlap" 2>"$T/talk" | tr '{}' '<>' | sed -E 's/quickly slowly|slowly quickly/BOTH/'
        Onsite
        {overlap} · entry {id} · happened
        This machine and laptop rewrote “I talked too fast.” in happened.
        mine · this machine, {day} {time}
            I came ten minutes late. I talked <+far +>too [-fast-] <+quickly+>. I left early, and said no thanks.
        theirs · laptop, {day} {later}
            I came ten minutes late. I talked too [-fast-] <+slowly+>. I left early, and said no thanks.
        both · stands now
            I came ten minutes late. I talked <+far +>too [-fast-] <+BOTH+>. I left early, and said no thanks.
        base · what stood before
            I came ten minutes late. I talked too fast. I left early, and said no thanks.
        desk$ cat "$T/talk"
        Decide: afterwit review resolve {overlap} mine (or theirs, both, base, edit, --text TEXT)
        laptop$ afterwit review show "$value" 2>/dev/null | sed 's/ · stands now//'
        Onsite
        {value} · entry {id} · mood
        This machine and desk set mood to different values.
        mine · this machine, {day} {*}
            4
        theirs · desk, {day} {*}
            2
        base · what stood before
            3
        laptop$ afterwit review show "$value" 2>/dev/null | grep -c 'stands now'
        1
        laptop$ afterwit review show "$value" 2>&1 >/dev/null
        Decide: afterwit review resolve {value} mine (or theirs, base, --text VALUE)
        desk$ afterwit review show "$deletion" 2>/dev/null | tr '{}' '<>'
        No offer.
        {deletion} · entry {other} · entry
        This machine deleted this entry, and laptop edited it without knowing. It stays in sight until you decide.
        keep · laptop, {day} {*} · edited: happened
            No offer.<+↵+>
            <+↵+>
            <+Not yet.+>
        remove · this machine, {day} {*}
            (out of sight; afterwit restore {other} brings it back)
        desk$ afterwit review show "$deletion" 2>&1 >/dev/null
        Decide: afterwit review resolve {deletion} keep (or remove)
        # The rest merged silently.
        desk$ afterwit show "$id" --field tags
        manners
        pace
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("list, show, status, sync and the overview count what is open; the exit code only if asked")
  func counts() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit status --all | grep reviews
        reviews      3
        laptop$ afterwit status --all --json | grep -c '"reviews":3'
        1
        desk$ afterwit 2>&1 | grep review
          3 places to decide: afterwit review
        laptop$ afterwit sync
        {*}relay and device hold the same.
        3 reviews are open. Type: afterwit review
        laptop$ afterwit sync --json | grep -c '"reviews":3'
        1
        desk$ afterwit list
        {other}  {*}No offer.  1 review
        {id}  {*}Onsite  #manners #pace  2 reviews
        desk$ afterwit show "$id" 2>/dev/null | sed -n 2p
        {id} · reflection · {*} · 2 open reviews
        desk$ afterwit show "$id" 2>&1 >/dev/null
        desk$ afterwit show "$id" --field mood 2>&1 | wc -l
        1
        desk$ afterwit review >/dev/null
        Look at one: afterwit review show {some}, or decide one after another: afterwit review next
        desk$ afterwit review --json | wc -l
        3
        desk$ afterwit review --exit-code 2>/dev/null | wc -l
        3
        desk$ afterwit review --exit-code >/dev/null 2>&1
        [3]
        desk$ afterwit --json review --exit-code >/dev/null
        [3]
        """#
      ).play(on: stage, knowing: words)
    }
  }

  @Test("A list shows a place under review where the words of a line have it")
  func placesInLines() async throws {
    try await Scene.paired.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit new mantra 'I practise every day. Then I rest.'
        {words}
        desk$ afterwit new goal Onsite --title 'Onsite at Initech'
        {title}
        desk$ afterwit new reflection 'I came late. I talked too fast.' --org Acme
        {beyond}
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit edit "$words" --text 'I practise every morning. Then I rest.'
        {*}
        laptop$ afterwit edit "$words" --text 'I practise every evening with Ana. Then I rest.'
        {*}
        desk$ afterwit set "$title" 'title=Onsite at Acme'
        {*}
        laptop$ afterwit set "$title" 'title=Onsite at Globex'
        {*}
        desk$ afterwit edit "$beyond" --text 'I came late. I talked far too quickly.'
        {*}
        laptop$ afterwit edit "$beyond" --text 'I came late. I talked too slowly.'
        {*}
        desk$ afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null
        desk$ afterwit list
        {beyond}  {day}  reflection  Acme: I came late.  1 review
        {title}  {day}  goal  Onsite at ‹Acme | Globex›  1 review
        {words}  {day}  mantra  I practise every ‹morning | evening with Ana›.  1 review
        laptop$ afterwit list kind:mantra
        {words}  {day}  mantra  I practise every ‹evening with Ana | morning›.  1 review
        laptop$ afterwit list kind:mantra --json | grep -c '"title":"I practise every [^‹]*"'
        1
        laptop$ afterwit review resolve "$(afterwit review 2>/dev/null | grep evening | cut -d ' ' -f 1)" mine 2>/dev/null
        laptop$ afterwit list kind:mantra
        {words}  {day}  mantra  I practise every evening with Ana.
        """#
      ).play(on: stage)
    }
  }

  @Test("What one machine decides is said at once, and decided on the other")
  func decisions() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Transcript(
        #"""
        desk$ afterwit review resolve "$overlap" mine
        Decided in {id}: Onsite
        happened now reads: I talked far too quickly.
        2 reviews are still open. Type: afterwit review
        desk$ afterwit show "$id" --field happened
        I came ten minutes late. I talked far too quickly. I left early, and said no thanks.
        desk$ afterwit review resolve "$value" theirs
        Decided in {id}: Onsite
        mood is now: 4
        1 review is still open. Type: afterwit review
        desk$ afterwit show "$id" --field mood
        4
        desk$ afterwit review resolve "$deletion" mine
        Decided in {other}: No offer.
        It is out of sight; afterwit restore {other} brings it back.
        No review is open any more.
        desk$ afterwit list
        {id}  {*}Onsite  #manners #pace
        desk$ afterwit review
        No review is open.
        desk$ afterwit review --json --exit-code
        desk$ afterwit sync
        {*}relay and device hold the same.
        laptop$ afterwit status --all | grep reviews
        reviews      3
        laptop$ afterwit sync
        {*}relay and device hold the same.
        laptop$ afterwit review --exit-code
        No review is open.
        laptop$ afterwit show "$id" --field happened
        I came ten minutes late. I talked far too quickly. I left early, and said no thanks.
        laptop$ afterwit show "$id" --field mood
        4
        laptop$ afterwit list
        {id}  {*}Onsite  #manners #pace
        """#
      ).play(on: stage, knowing: words)
      try await stage.expectAgreement("desk", "laptop")
    }
  }

  @Test("The other answers: what stood before, a side by number, keeping what the other deleted")
  func answers() async throws {
    try await ReviewScene.met.play { stage, words in
      var words = words
      let overlap = try #require(words["overlap"])
      let shown = try await stage.documents("review show \(overlap) --json", at: "laptop")
      let sides = try #require(shown.first?["sides"] as? [[String: Any]])
      let here = sides.first { $0["local"] as? Bool == true }
      words["number"] = String(try #require(here?["number"] as? Int))
      try await Transcript(
        #"""
        laptop$ afterwit review resolve "$value" base
        ...
        laptop$ afterwit show "$id" --field mood
        3
        laptop$ afterwit review resolve "$overlap" side "$number"
        ...
        laptop$ afterwit show "$id" --field happened
        I came ten minutes late. I talked too slowly. I left early, and said no thanks.
        laptop$ afterwit review resolve "$deletion" mine
        Decided in {other}: No offer.
        It stays.
        No review is open any more.
        laptop$ afterwit show "$other" --field happened
        No offer.
        Not yet.
        laptop$ afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null
        desk$ afterwit review
        No review is open.
        """#
      ).play(on: stage, knowing: words)
      try await stage.expectAgreement("desk", "laptop")
    }
  }

  @Test("A whole text of one's own is an answer, through an option or stdin")
  func ownText() async throws {
    try await ReviewScene.met.play { stage, words in
      try await Transcript(
        #"""
        desk$ printf 'I came late.\nI talked at the wrong pace.\n' | afterwit review resolve "$overlap" -
        Decided in {id}: Onsite
        happened now reads: I came late. I talked at the wrong pace.
        2 reviews are still open. Type: afterwit review
        desk$ afterwit show "$id" --field happened
        I came late.
        I talked at the wrong pace.
        desk$ afterwit review resolve "$value" --text 1
        Decided in {id}: Onsite
        mood is now: 1
        1 review is still open. Type: afterwit review
        desk$ afterwit show "$id" --field mood
        1
        desk$ afterwit review resolve "$deletion" current
        Decided in {other}: No offer.
        It stays.
        No review is open any more.
        desk$ afterwit list 2>/dev/null | grep -c 'No offer.'
        1
        """#
      ).play(on: stage, knowing: words)
    }
  }
}
