internal import AfterwitEncoding
internal import AfterwitWire

// The cursor is followed page after page until heads come.
extension SyncSession {
  mutating func handle(
    _ page: PullAnswer, after cursor: RelayCursor, in generation: Generation
  ) -> Effect {
    let isOtherLife = note(generation)
    if isOtherLife {
      state = .admittingPage(nil)
      return .admit(page.envelopes, remembering: memory)
    }
    if page.heads == nil, page.envelopes.isEmpty || page.cursor.position <= cursor.position {
      return failPulling(.notARelay("a page of its order leads nowhere"))
    }
    if let heads = page.heads, page.envelopes.isEmpty, page.cursor == cursor {
      return compare(RelayView(heads: heads))
    }
    memory.cursor = page.cursor
    state = .admittingPage(page.heads)
    return .admit(page.envelopes, remembering: memory)
  }

  mutating func handle(_ admission: Admission, heads: Heads?) -> Effect {
    tally(admission)
    progress.barrenPages = admission.isUseful ? 0 : progress.barrenPages + 1
    progress.stalePages = admission.new > 0 ? 0 : progress.stalePages + 1
    if let heads { return compare(RelayView(heads: heads)) }
    guard progress.barrenPages < Self.barrenPageLimit else {
      return failPulling(.notARelay("page after page without one genuine envelope"))
    }
    guard progress.stalePages < Self.stalePageLimit else {
      return failPulling(.notARelay("page after page of what was held before"))
    }
    return exchange()
  }

  /// Gives up pulling; pushing needs heads and goes on.
  mutating func failPulling(_ failure: RelayFailure) -> Effect {
    report.pullFailure = failure
    return report.pushFailure == nil ? exchange() : finish()
  }

  /// Goes on after a call that failed.
  mutating func handle(_ failure: RelayFailure) -> Effect {
    if case .refused(.unauthorized, _) = failure {
      switch state {
      // An answer that was lost has used its challenge up; another tells whether it worked.
      case .pulling, .askingHeads, .fetching, .pushing, .loggingIn, .founding:
        if let effect = renew() { return effect }
      default: break
      }
    }
    switch state {
    case .pulling:
      guard case .refused(.cursor, _) = failure else { return failPulling(failure) }
      memory.cursor = nil
      return exchange()
    case .askingHeads:
      return report.pending == nil ? end(.failed(failure)) : failPullingFinally(failure)
    case .fetching(let fetch):
      report.pullFailure = failure
      return compareAgain(fetch.view)
    case .pushing(let push, let count, let bytes):
      return handle(failure, of: push, count: count, bytes: bytes)
    default: return handleOpening(failure)
    }
  }

  private mutating func failPullingFinally(_ failure: RelayFailure) -> Effect {
    report.pullFailure = report.pullFailure ?? failure
    return finish()
  }
}
