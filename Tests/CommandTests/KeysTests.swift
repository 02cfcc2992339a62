import AfterwitProcesses
import Testing

@Suite("A machine that is lost, and the paper", .hangLimit)
struct KeysTests {
  @Test(
    "One that is shut out keeps its words, and nothing of it has an effect from then on [AW-SEAL-38]"
  )
  func shutOut() async throws {
    try await Scene.three.play { stage, _ in
      try await Transcript(
        #"""
        laptop$ afterwit new note "Before the theft" >/dev/null; afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null
        tower$ afterwit sync 2>/dev/null; afterwit new note "Offline on the tower" >/dev/null
        desk$ afterwit device revoke laptop --dry-run
        laptop wrote last on {*}, in:
            {*}  Before the theft
        What came from it until now stays; nothing that comes later has an effect.
        laptop$ afterwit new note "On the way to the thief" >/dev/null; afterwit sync
        0 came, 1 went; relay and device hold the same.
        desk$ afterwit device revoke laptop --yes 2>&1 | tail -2
        laptop is out, as soon as the others hear of it.
        1 came, 1 went; relay and device hold the same.
        desk$ afterwit list | cut -c23-
        note  Before the theft
        desk$ afterwit status | grep aside
        set aside  1 change of machines that were shut out   afterwit device
        laptop$ afterwit new note "The thief's" >/dev/null; afterwit sync; echo $?
        This machine was shut out of the journal by desk.
        Everything written here is safe, and stays here.
        To come back: afterwit device invite there, afterwit device rejoin here
        6
        laptop$ afterwit list | cut -c23-
        note  The thief's
        note  On the way to the thief
        note  Before the theft
        tower$ afterwit sync
        2 came, 1 went; relay and device hold the same.
        laptop was shut out by desk.
        tower$ afterwit sync
        0 came, 0 went; relay and device hold the same.
        desk$ afterwit new note "Under the new key" >/dev/null; afterwit sync 2>/dev/null
        tower$ afterwit sync 2>/dev/null; afterwit list | cut -c23-
        note  Under the new key
        note  Offline on the tower
        note  Before the theft
        desk$ afterwit device | sed 's/^[0-9a-f]*//; s/20[0-9: -]*//'
          this  desk
                tower  let in by desk
                laptop  (shut out)
        desk$ afterwit device revoke laptop --yes; echo $?
        laptop is out already.
        Nothing was changed.
        Type: afterwit device
        2
        desk$ afterwit device revoke desk --yes; echo $?
        This is the machine that you type on.
        Nobody was shut out.
        Shut it out from another machine, or by the recovery secret.
        2
        desk$ afterwit device revoke attic --yes; echo $?
        No device of the journal is called “attic”.
        Nobody was shut out.
        Type: afterwit device
        9
        tower$ afterwit device revoke desk --yes; echo $?
        desk was not let in after this machine, which so cannot shut it out.
        Nobody was shut out.
        Do it on an older machine, or: afterwit --home NEW recover URL --lost desk
        6
        """#
      ).play(on: stage)
    }
  }

  @Test("The paper alone brings the journal back, and shuts out what is lost [AW-SEAL-44]")
  func paper() async throws {
    try await Scene.paired.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit new note "On the desk" >/dev/null; afterwit sync 2>/dev/null
        laptop$ afterwit sync 2>/dev/null; afterwit new note "On the laptop" >/dev/null; afterwit sync 2>/dev/null
        new$ sed 's/....$/0000/' "$T/recovery" | afterwit recover "$RELAY" --yes; echo $?
        This is not a recovery secret, or it has a mistake.
        Nothing was changed.
        It begins with awr1- or awr2-, and has groups of four characters.
        6
        new$ afterwit recover "$RELAY" --name new --lost attic --yes <"$T/recovery" 2>&1 | tail -3
        No device of the journal is called “attic”.
        Nobody was shut out.
        Type: afterwit device
        new$ afterwit recover "$RELAY" --name new --lost laptop --yes <"$T/recovery"
        These are its devices, and when each wrote last:
        {*}
        {*}
        The newest change is of {*}.
        Your journal is back; this machine is new. Type: afterwit sync
        laptop is shut out.
        new$ afterwit sync 2>/dev/null; afterwit list | cut -c23-
        note  On the laptop
        note  On the desk
        desk$ afterwit sync
        3 came, 0 went; relay and device hold the same.
        laptop was shut out by the recovery secret.
        laptop$ afterwit sync; echo $?
        This machine was shut out of the journal by {*}.
        Everything written here is safe, and stays here.
        To come back: afterwit device invite there, afterwit device rejoin here
        6
        new$ afterwit new note "After all" >/dev/null; afterwit sync 2>/dev/null
        desk$ afterwit sync 2>/dev/null; afterwit list -n 1 | cut -c23-
        note  After all
        other$ afterwit init --name other --recovery-file "$T/paper" 2>/dev/null; afterwit --home "$T/none" recover "$RELAY" --yes <"$T/paper"; echo $?
        The relay there knows no journal of this recovery secret.
        Nothing was changed.
        Check the address, and whether the paper is of this journal.
        6
        """#
      ).play(on: stage)
    }
  }

  @Test("One that is shut out comes back under new keys, with its words [AW-SEAL-49]")
  func back() async throws {
    try await Scene.three.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit device revoke laptop --yes 2>/dev/null
        laptop$ afterwit new note "Written while out" >/dev/null
        laptop$ afterwit device rejoin --give-up; echo $?
        This machine is not coming back in.
        Nothing was changed.
        To begin: afterwit device rejoin
        2
        laptop$ echo nothing | afterwit device rejoin --yes 2>&1 | head -1
        This is not an invite, or not the whole of one.
        desk$ afterwit device invite --yes 2>/dev/null | tee "$T/invite" | afterwit --home "$T/laptop" device rejoin --yes 2>/dev/null
        laptop$ afterwit sync
        0 came, 0 went; relay and device hold the same.
        laptop was shut out by desk.
        desk$ afterwit sync 2>/dev/null; afterwit list | cut -c23-
        note  Written while out
        desk$ afterwit status | grep aside; true
        desk$ afterwit device | sed 's/^[0-9a-f]*//; s/20[0-9: -]*//' | sort
                laptop  (shut out)
                laptop  let in by desk
                tower  let in by desk
          this  desk
        desk$ afterwit device forget laptop
        laptop is listed no longer. To see it: device list --all
        desk$ afterwit device | grep -c laptop; afterwit device list --all | grep -c laptop
        1
        2
        desk$ afterwit device forget laptop; echo $?
        laptop is listed no longer. To see it: device list --all
        0
        desk$ afterwit device forget tower; echo $?
        tower is a device of the journal still.
        Nothing was changed.
        Shut it out first: afterwit device revoke tower
        2
        """#
      ).play(on: stage)
    }
  }

  @Test("What is set aside is let in by hand, and is in everywhere then [AW-SEAL-42]")
  func adopted() async throws {
    try await Scene.three.play { stage, _ in
      try await Transcript(
        #"""
        laptop$ afterwit new note "Honest, and late" >/dev/null; afterwit sync 2>/dev/null
        desk$ afterwit device adopt laptop --yes; echo $?
        Nothing of laptop is set aside.
        Nothing was changed.
        Type: afterwit device
        2
        desk$ afterwit device revoke laptop --yes 2>/dev/null; afterwit list
        desk$ afterwit device adopt laptop --dry-run
        1 change of laptop in 1 entry is set aside.
        It is of {*}, by its own clock:
            {*}  (not here yet)
        desk$ afterwit device adopt laptop --dry-run --json | cut -c1-60
        {"schema":"afterwit.adoption/1","device":"{*}
        desk$ afterwit device adopt laptop; echo $?
        There is no terminal to ask at.
        Nothing was changed.
        Look at what it comes to with --dry-run, then add --yes.
        2
        desk$ afterwit device adopt laptop --yes 2>&1 | tail -2
        It is in. To see what it changed in an entry: afterwit history ID
        0 came, 1 went; relay and device hold the same.
        desk$ afterwit list | cut -c23-
        note  Honest, and late
        tower$ afterwit sync
        {*} came, 0 went; relay and device hold the same.
        laptop was shut out by desk.
        tower$ afterwit list | cut -c23-; afterwit status | grep aside; true
        note  Honest, and late
        """#
      ).play(on: stage)
    }
  }

  @Test("A new paper ends the old one, a further one does not, and a typo is named [AW-SEAL-50]")
  func papers() async throws {
    try await Scene.paired.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit new note "On the desk" >/dev/null; afterwit sync 2>/dev/null
        desk$ sed 's/-....-/-000i0-/' "$T/recovery" | afterwit recovery new --recovery-file "$T/second"; echo $?
        This recovery secret has a mistake, in group 1 behind the first hyphen.
        Nothing was changed.
        It begins with awr1- or awr2-, and has groups of four characters.
        6
        desk$ ls "$T/second" 2>&1 | wc -l
        1
        desk$ afterwit recovery new --recovery-file "$T/second" <"$T/recovery"
        The new recovery secret is in {*}/second; keep it safe.
        The old one is void as soon as the relay hears of it: destroy it.
        0 came, 1 went; relay and device hold the same.
        desk$ cut -c1-5 "$T/second"; wc -c <"$T/second"
        awr2-
        78
        laptop$ afterwit new note "Offline, meanwhile" >/dev/null; afterwit sync
        2 came, 1 went; relay and device hold the same.
        The recovery secret was replaced by a newer one.
        new$ afterwit recover "$RELAY" --yes <"$T/recovery"; echo $?
        This recovery secret was replaced by a newer one.
        Nothing was changed.
        Look for the newer paper.
        6
        new$ afterwit recover "$RELAY" --name new --yes <"$T/second" 2>&1 | tail -1
        Your journal is back; this machine is new. Type: afterwit sync
        new$ afterwit sync 2>/dev/null; afterwit list | cut -c23-
        note  Offline, meanwhile
        note  On the desk
        desk$ afterwit recovery new --recovery-file "$T/x" <"$T/recovery"; echo $?
        This recovery secret was replaced by a newer one.
        Nothing was changed.
        Look for the newer paper.
        6
        desk$ afterwit recovery new --add --recovery-file "$T/third" 2>&1 | tail -2
        If the old one is found, it can shut the new one out.
        {*} came, 2 went; relay and device hold the same.
        other$ afterwit recover "$RELAY" --name other --yes <"$T/third" 2>&1 | tail -1
        Your journal is back; this machine is other. Type: afterwit sync
        other$ afterwit sync 2>/dev/null; afterwit list | cut -c23-
        note  Offline, meanwhile
        note  On the desk
        """#
      ).play(on: stage)
    }
  }

  @Test("The founder steps back, so that another machine can shut it out [AW-SEAL-38]")
  func yielded() async throws {
    try await Scene.paired.play { stage, _ in
      try await Transcript(
        #"""
        laptop$ afterwit device revoke desk --dry-run 2>&1 | head -1
        desk was not let in after this machine, which so cannot shut it out.
        desk$ afterwit device yield desk --yes; echo $?
        This is the machine that you type on.
        Nobody was shut out.
        Shut it out from another machine, or by the recovery secret.
        2
        desk$ afterwit sync 2>/dev/null; afterwit device yield laptop --yes
        laptop comes before this machine now, which is desk 2.
        0 came, 2 went; relay and device hold the same.
        desk$ afterwit device yield laptop --yes
        laptop could do so already. Nothing was changed.
        desk$ afterwit device rename "the old desk"
        This machine is called the old desk now.
        desk$ afterwit sync 2>/dev/null; afterwit device forget desk
        desk is listed no longer. To see it: device list --all
        desk$ afterwit device | sed 's/^[0-9a-f]*//; s/20[0-9: -]*//'
          this  the old desk  let in by desk
                laptop  let in by desk
        laptop$ afterwit sync 2>/dev/null; afterwit device revoke "the old desk" --yes 2>&1 | tail -2
        the old desk is out, as soon as the others hear of it.
        0 came, 1 went; relay and device hold the same.
        desk$ afterwit sync; echo $?
        This machine was shut out of the journal by laptop.
        Everything written here is safe, and stays here.
        To come back: afterwit device invite there, afterwit device rejoin here
        6
        """#
      ).play(on: stage)
    }
  }
}
