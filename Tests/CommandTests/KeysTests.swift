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
        This machine was shut out of the journal by another one.
        Everything written here is safe, and stays here.
        To come back: afterwit device invite there, afterwit --home FOLDER device join here
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
                tower
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
        It begins with awr1- and has eight groups of four characters.
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
        This machine was shut out of the journal by another one.
        Everything written here is safe, and stays here.
        To come back: afterwit device invite there, afterwit --home FOLDER device join here
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
}
