extension SyncSession {
  /// The name of a state, without what the state carries.
  enum Phase: CaseIterable, Hashable, Sendable {
    case new, recalling
    case challenging, signing, loggingIn, readingIntroduction, readingGenesis, founding
    case remembering
    case pulling, admittingPage
    case askingHeads, comparing, fetching, admittingLog
    case reading, pushing
    case ended
  }

  /// The name of the state that the session is in.
  var phase: Phase {
    switch state {
    case .new: .new
    case .recalling: .recalling
    case .challenging: .challenging
    case .signing: .signing
    case .loggingIn: .loggingIn
    case .readingIntroduction: .readingIntroduction
    case .readingGenesis: .readingGenesis
    case .founding: .founding
    case .remembering: .remembering
    case .pulling: .pulling
    case .admittingPage: .admittingPage
    case .askingHeads: .askingHeads
    case .comparing: .comparing
    case .fetching: .fetching
    case .admittingLog: .admittingLog
    case .reading: .reading
    case .pushing: .pushing
    case .ended: .ended
    }
  }
}

extension SyncSession.Phase {
  /// The states that may follow this one; a test finds that each of them does, and no other.
  ///
  /// Besides, time may run out in every state, which ends the session.
  var successors: Set<Self> {
    switch self {
    case .new: [.recalling]
    // A remembered token begins the exchange; without one the session logs in.
    case .recalling: [.challenging, .pulling, .askingHeads]

    // Who is refused as unknown brings its introduction, then a code, and then gives up.
    case .challenging: [.signing, .ended]
    case .signing: [.loggingIn, .founding]
    case .loggingIn: [.challenging, .remembering, .readingIntroduction, .readingGenesis, .ended]
    case .readingIntroduction: [.challenging, .readingGenesis, .ended]
    case .readingGenesis: [.challenging, .ended]
    case .founding: [.challenging, .remembering, .ended]

    // What was to be remembered: a token, a refused code, or a cursor after comparing or pushing.
    case .remembering:
      [.challenging, .pulling, .askingHeads, .comparing, .reading, .ended]

    // Page after page until heads come. Each call may find that the token has ended.
    case .pulling: [.challenging, .admittingPage, .askingHeads, .comparing, .ended]
    case .admittingPage: [.pulling, .askingHeads, .comparing, .ended]

    // What the heads name is fetched log by log, each until it leads nowhere.
    case .askingHeads: [.challenging, .comparing, .ended]
    case .comparing: [.fetching, .remembering, .reading, .ended]
    case .fetching: [.challenging, .askingHeads, .comparing, .fetching, .admittingLog]
    case .admittingLog: [.comparing, .fetching]

    // What the relay lacks is pushed page by page; then heads are compared again.
    case .reading: [.pushing]
    case .pushing:
      [.challenging, .remembering, .pulling, .askingHeads, .comparing, .reading, .ended]
    case .ended: []
    }
  }
}
