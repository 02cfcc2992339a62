import AfterwitDevice
import AfterwitEncoding
import AfterwitHTTP
import AfterwitHousehold
import AfterwitJournal
import AfterwitRelayContract
import AfterwitSync
import AfterwitWire
import Foundation
import Synchronization
import Testing

@Suite("Two copies of the same words, and a choice of one")
struct ChosenTwinTests {
  /// The ways to leave just the words that two devices wrote, beside those of a third.
  enum Way: CaseIterable {
    case side, text, edit, draft, leaveThenEdit
  }

  @Test(
    "The words that were chosen stand, though another device takes a copy out meanwhile [AW-DOC-27]",
    arguments: Way.allCases)
  func chosenWords(way: Way) async throws {
    try await LiveRelay.with { relay in
      try await Household.with { household in
        let desk = try await household.founder("desk", at: relay)
        let phone = try await household.joiner("phone", invitedBy: desk, at: relay)
        let tablet = try await household.joiner("tablet", invitedBy: desk, at: relay)
        let entry = try desk.new(.reflection, edits: Self.happened("The cat sat."))
        for device in [desk, phone, tablet] { try await device.sync(at: relay) }
        for device in [desk, phone] {
          _ = try device.edit(entry, edits: Self.happened("The dog sat."))
        }
        _ = try tablet.edit(entry, edits: Self.happened("The fox sat."))

        // Desk and phone push at the same time; the tablet pulls before the desk has merged both.
        let appends = Mutex(0)
        try await withHTTPRelay(at: relay.address) { http in
          let interrupted = InterruptedRelay(relay: http) {
            switch appends.withLock({ count in
              count += 1
              return count
            }) {
            case 1: try await phone.sync(at: relay)
            case 2: try await tablet.sync(at: relay)
            default: return
            }
          }
          _ = try await desk.sync(with: interrupted, timeout: .seconds(60))
        }
        try #require(appends.withLock { $0 } == 2)
        let shown = try tablet.entry(entry).text("happened")
        // The changes give the dog twice, and it stands once.
        try #require(["The dog fox sat.", "The fox dog sat."].contains(shown))
        try Self.choose("dog", in: entry, by: way, on: tablet)
        let chosen = try tablet.entry(entry).text("happened")
        #expect(chosen == "The dog sat.")
        for device in [tablet, desk, phone, tablet, desk] { try await device.sync(at: relay) }
        for device in [desk, phone, tablet] {
          #expect(try device.entry(entry).text("happened") == chosen)
        }
      }
    }
  }

  private static func happened(_ text: String) -> [FieldEdit] {
    [.replace(field: "happened", text: text)]
  }

  private static func choose(
    _ word: String, in entry: EntryID, by way: Way, on device: Device
  ) throws {
    let review = try #require(try device.reviews().first)
    let text = "The \(word) sat."
    switch way {
    case .side:
      let side = try #require(review.parts.first?.sides.first { $0.text == text })
      try device.resolve(review.id.text, with: .side(side.number))
    case .text: try device.resolve(review.id.text, with: .text(text))
    case .edit: _ = try device.edit(entry, edits: happened(text))
    case .draft:
      let draft = try device.openDraft(review: review.id.text)
      try text.write(toFile: draft.path, atomically: false, encoding: .utf8)
      #expect(try device.commit(draft).isChange)
    case .leaveThenEdit:
      let shown = try device.entry(entry).text("happened")
      try device.resolve(review.id.text, with: .current)
      #expect(try device.entry(entry).text("happened") == shown)
      #expect(try device.status().reviews == 0)
      _ = try device.edit(entry, edits: happened(text))
    }
  }
}

/// A relay before whose appends something else happens.
private struct InterruptedRelay: ForwardingRelay {
  let relay: any Relay
  let happens: @Sendable () async throws -> Void

  func append(
    _ envelopes: [[UInt8]], as token: Token
  ) async throws(RelayFailure) -> RelayAnswer<AppendAnswer> {
    await #expect(throws: Never.self) { try await happens() }
    return try await relay.append(envelopes, as: token)
  }
}
