import AfterwitProcesses
import Testing

@Suite("Days as people type them", .hangLimit)
struct DateTests {
  @Test("What was understood is said beside the data, and a plain date is not repeated")
  func echo() async throws {
    try await Scene.alone.play { stage, _ in
      try await Transcript(
        #"""
        desk$ afterwit new reflection 'They asked about queues.' --on '20 november 2026 10AM'
        {entry}
        on: Friday 20 November 2026 at 10:00, {*}
        desk$ afterwit show @ --field on; afterwit show @ --field at
        2026-11-20
        10:00
        desk$ afterwit edit @ --set on=2026-11-21
        Changed {entry}: They asked about queues.
        desk$ afterwit edit @ --set 'on=Sunday, 22.11.2026'
        Changed {entry}: They asked about queues.
        on: Sunday 22 November 2026, {*}
        desk$ afterwit add @ followup 'Thank Ana' --set due=1/12/2027
        “1/12/2027” can be 1 December 2027 or 12 January 2027.
        Nothing was changed.
        Type the one you mean: 2027-12-01 or 2027-01-12
        [2]
        desk$ afterwit add @ followup 'Thank Ana' --set due=1.12.2027
        {item}
        due: Wednesday 1 December 2027, {*}
        desk$ afterwit new reflection --title 'Globex, onsite' --on 'tomorrow 9am' --json
        {ahead}
        desk$ afterwit show @ --field at
        09:00
        """#
      ).play(on: stage)
    }
  }

  @Test("Today is the day where the person is")
  func zones() async throws {
    try await Scene.alone.play { stage, _ in
      for zone in ["Pacific/Kiritimati", "Pacific/Pago_Pago", "America/St_Johns"] {
        // The clock may pass midnight between the two.
        let outcome = try await stage.run(
          "export TZ=\(zone); before=$(date +%F); "
            + "id=$(afterwit new reflection x --on Today 2>\"$T/talk\"); after=$(date +%F); "
            + "on=$(afterwit show $id --field on); "
            + "[ $on = $before ] || [ $on = $after ] && grep -c ', today$' \"$T/talk\"",
          at: "desk")
        #expect(outcome.output == "1\n", "\(zone): \(outcome.talk)")
      }
    }
  }
}
