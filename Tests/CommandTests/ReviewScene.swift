import AfterwitProcesses
import Foundation
import Testing

/// Two machines that wrote over each other, and what tests read of it.
enum ReviewScene {
  /// The same sentence rewritten on both, a mood set on both, an entry removed here and edited
  /// there; beside them a tag and another sentence on each.
  private static let meeting = Transcript(
    #"""
    desk$ afterwit new reflection 'I came late. I talked too fast. I left early.' --title Onsite --set mood=3
    {id}
    desk$ afterwit new reflection 'No offer.'
    {other}
    desk$ afterwit sync 2>/dev/null
    laptop$ afterwit sync 2>/dev/null
    desk$ afterwit edit "$id" --text 'I came ten minutes late. I talked far too quickly. I left early.' --set mood=2
    Changed {id}: {*}
    desk$ afterwit tag "$id" pace
    Changed {id}: {*}
    desk$ afterwit rm "$other"
    Deleted {other}: {*}
    laptop$ afterwit edit "$id" --text 'I came late. I talked too slowly. I left early, and said no thanks.' --set mood=4
    Changed {id}: {*}
    laptop$ afterwit tag "$id" manners
    Changed {id}: {*}
    laptop$ afterwit edit "$other" --append 'Not yet.'
    Changed {other}: {*}
    desk$ afterwit sync 2>/dev/null
    laptop$ afterwit sync 2>/dev/null
    desk$ afterwit sync 2>/dev/null
    """#)

  /// The ids of the three, the same on both machines.
  private static let ids = Transcript(
    #"""
    desk$ afterwit review 2>/dev/null | sort -k 2
    {deletion}  No offer.  entry  removed on this machine  this machine and laptop, {*}
    {overlap}  Onsite  happened  same words  this machine and laptop, {*}
    {value}  Onsite  mood  4 or 2  this machine and laptop, {*}
    laptop$ afterwit review 2>/dev/null | sort -k 2
    {deletion}  No offer.  entry  removed on desk  this machine and desk, {*}
    {overlap}  Onsite  happened  same words  this machine and desk, {*}
    {value}  Onsite  mood  4 or 2  this machine and desk, {*}
    """#)

  /// The two have met; the words are those of entries and reviews.
  static let met = Scene(after: .paired) { stage, _ in
    try await ids.play(on: stage, knowing: try await meeting.play(on: stage))
  }

  /// One word that three machines rewrite, none of which knows of the others yet.
  static let apart = Scene(after: .three) { stage, _ in
    try await Transcript(
      #"""
      desk$ afterwit new reflection 'I talked too fast.'
      {id}
      desk$ afterwit sync 2>/dev/null
      laptop$ afterwit sync 2>/dev/null
      tower$ afterwit sync 2>/dev/null
      desk$ afterwit edit "$id" --text 'I talked too loud.'
      Changed {id}: {*}
      laptop$ afterwit edit "$id" --text 'I talked too much.'
      Changed {id}: {*}
      tower$ afterwit edit "$id" --text 'I talked too high.'
      Changed {id}: {*}
      """#
    ).play(on: stage)
  }
}

extension Stage {
  /// No review is open on devices, and a field of theirs says so.
  func expectSettled(
    _ text: String, at devices: String..., knowing words: [String: String]
  ) async throws {
    for device in devices {
      try await Transcript(
        "\(device)$ afterwit review\nNo review is open.\n"
          + "\(device)$ afterwit show \"$id\" --field happened\n\(text)"
      ).play(on: self, knowing: words)
    }
  }

  /// The documents that a command prints at a device, one a line.
  func documents(_ command: String, at device: String) async throws -> [[String: Any]] {
    let outcome = try await run("afterwit " + command, at: device)
    #expect(outcome.code == 0, "\(outcome.talk)")
    return try outcome.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  /// Lets devices sync in turn.
  func sync(_ devices: String...) async throws {
    for device in devices {
      let outcome = try await run("afterwit sync", at: device)
      #expect(outcome.code == 0, "\(device): \(outcome.talk)")
    }
  }

  /// Checks that devices show and hold the same.
  func expectAgreement(_ devices: String..., at place: SourceLocation = #_sourceLocation)
    async throws
  {
    var seen: Set<String> = []
    for device in devices {
      seen.insert(try await run("afterwit status --all | grep -E 'digest|held'", at: device).output)
    }
    #expect(seen.count == 1, "\(seen)", sourceLocation: place)
  }
}
