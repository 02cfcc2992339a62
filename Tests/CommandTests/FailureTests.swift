import AfterwitEncoding
import AfterwitJournal
import AfterwitSync
import Testing

@testable import AfterwitCommand
@testable import AfterwitDevice

@Suite("The words of a failure")
struct FailureTests {
  private static let id = EntryID.journal
  private static let sides = [
    ReviewSideName(number: 1, device: .zero, deviceName: "desk"),
    ReviewSideName(number: 2, device: .zero, deviceName: nil),
  ]

  /// A failure of each topic, its exit code, and what a person is told.
  private static let examples: [(DeviceFailure, CommandFailure.Code, [String])] = [
    (
      .home(.keysGone(database: "/h/journal.sqlite", home: "/h", intactEnvelopes: 3)),
      .authentication,
      [
        "The device's keys are gone from /h/journal.sqlite.",
        "The file was left as it is; 3 envelopes in it are intact.",
        "Join anew with --home NEW (on another machine: afterwit device invite), then type: "
          + "afterwit --home NEW store salvage --from /h",
      ]
    ),
    (
      .storage(.inDoubt("disk I/O error")), .failed,
      [
        "The disk did not say whether this is saved: disk I/O error.",
        "What was saved before is safe; this is there as a whole, or not at all.",
        "Check the disk, and repeat the command if afterwit list does not show it.",
      ]
    ),
    (
      .entry(.ambiguous("00", among: [id.text])), .notFound,
      [
        "“00” is the beginning of several ids: 000000.", "Nothing was changed.",
        "Repeat the command with more characters of the id.",
      ]
    ),
    (
      .entry(.tooShort("0", atLeast: 4)), .usage,
      [
        "“0” is too little of an id to change an entry by.", "Nothing was changed.",
        "Type at least 4 characters of the id (afterwit list shows it), or @ for the last one touched.",
      ]
    ),
    (
      .recovery(.tooShort("k", atLeast: 4)), .usage,
      [
        "“k” is too little of a draft's name to change something by.", "Nothing was changed.",
        "Type at least 4 characters of the name.",
      ]
    ),
    (
      .edit(.givenTwice(field: "mood")), .usage,
      [
        "The field “mood” is given twice in one command.", "Nothing was changed.",
        "Give it once, and repeat the command.",
      ]
    ),
    (
      .edit(.value("won", field: "state", expected: "open or done")), .usage,
      [
        "The field “state” takes open or done, not “won”.", "Nothing was changed.",
        "Correct the value and repeat the command.",
      ]
    ),
    (
      .keeping(.inNewDraft(path: "/t/kept.md", recoveredBy: "/t/kept.md"), after: .storage(.full)),
      .failed,
      [
        "The disk is full.", "The text is kept in /t/kept.md.",
        "Free some space, then repeat the command. Or: afterwit draft recover /t/kept.md",
      ]
    ),
    (
      .keeping(
        .inOldDraft(path: "/d/a.md"),
        after: .keeping(.inEditedDraft(path: "/d/a.md", name: "a"), after: .writing(.noKey))),
      .authentication,
      [
        "This device has not received the journal's key yet.", "The text is kept in /d/a.md.",
        "Type: afterwit sync; to save it: afterwit draft recover a",
      ]
    ),
    (
      .relay(.changesUsedUp(used: 500, limit: 500)), .quota,
      [
        "The relay takes no more of this journal: 500 of 500 changes are used.",
        "Everything written here is safe and will be sent later.",
        "Ask its operator for more; then type: afterwit sync",
      ]
    ),
    (
      .keeping(.nowhere, after: .writing(.noRoomForSuccessor)), .quota,
      [
        "Another machine writes under this folder's keys, and the journal takes no further device.",
        "The text could not be kept anywhere on this disk.",
        "Write on another device of the journal.",
      ]
    ),
    (
      .recovery(.ofUnknownVersion(name: "a", entry: id, field: "happened")), .failed,
      [
        "The journal does not hold the version that was opened.",
        "Nothing in the journal was changed.",
        "Type: afterwit sync, or: afterwit draft recover a --to 00000000 --field happened",
      ]
    ),
    (
      .review(.tooShort("3", atLeast: 4)), .usage,
      [
        "“3” is too little of an id to decide a review by.", "Nothing was decided.",
        "Type at least 4 characters of the id; afterwit review shows it.",
      ]
    ),
    (
      .review(.changed("3k")), .failed,
      [
        "The review “3k” has changed since it was shown here.", "Nothing was decided.",
        "Look at it again: afterwit review show 3k",
      ]
    ),
    (
      .answer(.noSide(3, sides: sides)), .usage,
      [
        "There is no side 3.", "Nothing was decided.",
        "Name a side by its number: side 1 (desk), side 2 (00000000).",
      ]
    ),
    (
      .relay(.unknownJournal(address: "https://relay.example")), .authentication,
      [
        "The relay does not know this journal or this device.",
        "Everything written here is safe and will be sent later.",
        "With a code of the relay's operator, type: "
          + "afterwit relay set https://relay.example --code CODE",
      ]
    ),
    (
      .relay(.unknownNewcomer), .authentication,
      [
        "The relay does not know this journal or this device.",
        "Everything written here is safe and will be sent later.",
        "On another machine of the journal, type: afterwit sync; then here again",
      ]
    ),
    (
      .relay(.wrongPath), .relay,
      [
        "There is a relay, but not under this path.",
        "Everything written here is safe and will be sent later.",
        "Give its address with the path that a proxy takes off: afterwit relay set URL",
      ]
    ),
    (
      .relay(.unreachable(.untrusted(host: "relay.example", .expired))), .relay,
      [
        "The certificate of relay.example is not trusted: it has expired.",
        "Everything written here is safe and will be sent later.",
        "Check this machine's date; else ask who runs the relay to renew it.",
      ]
    ),
    (
      .relay(.busy), .relay,
      [
        "The relay is busy, or a proxy before it does not reach it.",
        "Everything written here is safe and will be sent later.",
        "Type: afterwit sync, a little later",
      ]
    ),
    (
      .relay(.address(.scheme("ftp"))), .usage,
      [
        "A relay is not reached over ftp.", "Nothing was changed.",
        "Type an address such as https://relay.example or http://127.0.0.1:8787",
      ]
    ),
    (
      .pairing(.untrusted("proof")), .authentication,
      [
        "The other side of the pairing is not what it says (proof).", "No device was admitted.",
        "Make a new invite, and send it so that nobody else can read it.",
      ]
    ),
  ]

  @Test("Each fact of the device is told in three lines, with its exit code", arguments: examples)
  func told(_ failure: DeviceFailure, code: CommandFailure.Code, lines: [String]) {
    let told = CommandFailure(failure)
    #expect(told.code == code)
    #expect([told.sentences.happened, told.sentences.safe, told.sentences.next] == lines)
  }

  @Test("Where an edit would be taken away, the part is named, and how to keep it or not")
  func parts() throws {
    let review = try #require(ReviewID([UInt8](repeating: 0, count: ReviewID.byteCount)))
    let told = Sentences(AnswerFact.editedSince(part: 2, review: review))
    #expect(
      told.happened == "What stands in part 2 was edited after both sides had come together.")
    #expect(told.safe == "Nothing was decided.")
    #expect(
      told.next
        == "Keep it: afterwit review resolve \(review.shortText).2 current. "
        + "Or take a side instead, with --replace.")
  }
}
