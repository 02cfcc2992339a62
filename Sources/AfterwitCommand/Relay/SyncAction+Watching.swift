internal import AfterwitDevice
internal import AfterwitSync

// A watch is left running in a window or by systemd. So it is quiet while nothing moves, and what
// may pass by itself (no network, a relay that restarts) is told once and does not end it.

extension SyncAction {
  /// Pauses after what failed: up to a second at first, up to a minute in the end.
  private static let pauses = RetryPolicy(base: .seconds(1), cap: .seconds(60))

  /// Exchanges whenever there is something new on either side, until an interrupt.
  func watch(_ device: Device) async throws {
    // What it does need nobody else do unasked.
    let turn = SyncTurn(of: device.place)
    defer { withExtendedLifetime(turn) {} }
    do {
      try await untilInterrupted(failing: { _ in WatchEnd() }, every: .milliseconds(200)) { _ in
        // It goes on with another relay where the home is given one meanwhile.
        while true {
          let route = try Connection.route(of: device, insecure: invocation.insecure)
          try await Connection.with(route, limit: sessionTime) { relay in
            try await device.watch(with: relay, timeout: sessionTime, pauses: Self.pauses) {
              try tell($0, at: device)
            }
          }
        }
      }
    } catch is WatchEnd {}
  }

  private func tell(_ news: WatchNews, at device: Device) throws {
    switch news {
    case .exchanged(let report):
      if report.hasMoved { try show(report, at: device) }
      do throws(CommandFailure) {
        try report.check()
      } catch {
        guard error.code == .relay else { throw error }
      }
    case .lost(let failure):
      let happened = CommandFailure(failure).sentences.happened
      invocation.talk([Escaping.oneLine(happened) + " Trying again until the relay is back."])
    case .back: invocation.talk(["The relay is back."])
    case .unlistenable:
      invocation.talk([
        "This relay does not say when something is new; it is asked at least once a minute."
      ])
    }
  }
}

/// An interrupt ended a watch, as its person wanted.
private struct WatchEnd: Error {}

extension SyncReport {
  /// Whether a person would want to know of it: something came, went, or is wrong.
  fileprivate var hasMoved: Bool {
    pulled > 0 || pushed > 0 || forged > 0 || declined > 0 || damaged > 0 || !restored.isEmpty
      || !formerDevices.isEmpty || !forkedDevices.isEmpty
  }
}
