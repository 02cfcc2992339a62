internal import AfterwitEncoding
internal import AfterwitSync
internal import AfterwitWire

extension RelayClause {
  static let reading = [
    RelayClause("a pull gives the order after a cursor, byte for byte, and heads at its end") {
      session in
      let token = try await session.found()
      let relay = session.relay
      let page = [try session.change(), try session.change(), try session.change()]
      let appended = try await relay.append(page, as: token).value
      let all = try await relay.pull(after: .start, as: token).value
      try session.expect(all.envelopes == [session.genesis] + page, "the order differs")
      try session.expect(all.cursor == appended.after, "the cursor is not the end")
      try session.expect(all.heads == appended.heads, "no heads on the last page")
      let middle = RelayCursor.start.advanced(past: try session.id(of: session.genesis))
        .advanced(past: try session.id(of: page[0]))
      let rest = try await relay.pull(after: middle, as: token).value
      try session.expect(rest.envelopes == Array(page[1...]), "the rest differs")
      let nothing = try await relay.pull(after: appended.after, as: token).value
      try session.expect(
        nothing.envelopes.isEmpty && nothing.cursor == appended.after && nothing.heads != nil,
        "the end is not an empty page with heads")
    },
    RelayClause("a cursor that is not of this order is refused") { session in
      let token = try await session.found()
      let relay = session.relay
      let wrong = [
        RelayCursor(position: 1, hash: [UInt8](repeating: 5, count: 32)),
        RelayCursor(position: 99, hash: [UInt8](repeating: 0, count: 32)),
      ]
      for cursor in wrong {
        try await session.expectRefusal(.cursor, of: "position \(cursor.position)") {
          () async throws(RelayFailure) in try await relay.pull(after: cursor, as: token)
        }
      }
    },
    RelayClause("what does not fit a page comes in several, heads with the last only") { session in
      let token = try await session.found()
      let relay = session.relay
      var sent = [session.genesis]
      for _ in 0..<4 {
        sent.append(try session.change(400 * 1024))
        _ = try await relay.append([sent[sent.count - 1]], as: token)
      }
      var received: [[UInt8]] = []
      var cursor = RelayCursor.start
      for pages in 1... {
        let page = try await relay.pull(after: cursor, as: token).value
        let size = page.envelopes.reduce(0) { $0 + Page.byteCount(of: $1) }
        try session.expect(size <= Limits.page, "a page of \(size) bytes")
        received += page.envelopes
        cursor = page.cursor
        if page.heads != nil {
          try session.expect(pages > 1, "1.6 MB in one page")
          break
        }
        try session.expect(!page.envelopes.isEmpty, "an empty page without heads")
      }
      try session.expect(received == sent, "the pages together are not the order")
    },
    RelayClause("a log is read by its numbers, both ends inclusive") { session in
      let token = try await session.found()
      let relay = session.relay
      let page = [try session.change(), try session.change(), try session.change()]
      _ = try await relay.append(page, as: token)
      let device = session.founder.device
      let middle = try await relay.log(of: device, from: 2, through: 3, as: token).value
      try session.expect(middle.envelopes == Array(page[..<2]), "2 through 3 differs")
      let all = try await relay.log(of: device, from: 1, through: 99, as: token).value
      try session.expect(all.envelopes == [session.genesis] + page, "1 through 99 differs")
      let beyond = try await relay.log(of: device, from: 5, through: 9, as: token).value
      try session.expect(beyond.envelopes.isEmpty, "something stands beyond the end")
    },
  ]
}
