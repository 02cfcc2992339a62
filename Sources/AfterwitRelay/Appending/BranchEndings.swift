internal import AfterwitEncoding
internal import AfterwitWire

// A folder that was copied goes on as a device of its own, and the last envelope under its old keys
// admits the new ones. Each copy so leaves one more branch of one log. Such a branch is closed:
// nobody writes on it, and there are no more of them than members. What the bound on tips is for
// are the open ones. A page may bring the beginnings of many branches before their ends, so it is
// judged by what there is when all of it is stored (AW-RELAY-14).
//
// Cost: nothing for a page without forks; else one look at each envelope of the page.

/// Which branches that begin in a page also end there, in the admission of somebody new.
struct BranchEndings {
  private let page: [IncomingEnvelope]
  /// The envelope that follows each in the page; made when a branch begins.
  private var followers: [EnvelopeID: IncomingEnvelope]?
  /// The newcomers whose admissions close a branch each.
  private var newcomers: Set<DeviceID> = []
  private var closing: Set<EnvelopeID> = []

  init(of page: [IncomingEnvelope]) {
    self.page = page
  }

  /// Whether an envelope is of a branch that this page closes.
  func isClosing(_ id: EnvelopeID) -> Bool { closing.contains(id) }

  /// Whether a branch that begins with a genuine envelope is closed when the page is stored.
  ///
  /// Only what is sure to be stored counts: every envelope of it is genuine and next in its log.
  mutating func closes(_ first: Envelope, roster: Roster) -> Bool {
    if closing.contains(first.id) { return true }
    let followers = followers ?? following()
    self.followers = followers
    var branch = [first.id]
    var last = first
    while let next = followers[last.id], let envelope = next.envelope {
      guard envelope.header.device == first.header.device,
        envelope.header.number == last.header.number + 1,
        next.isVerified || (try? roster.verify(envelope)) != nil,
        envelope.header.kind != .control || (try? ControlRecord.decode(envelope.payload)) != nil
      else { return false }
      branch.append(envelope.id)
      last = envelope
    }
    guard let newcomer = roster.newcomer(in: last), newcomers.insert(newcomer).inserted,
      roster.knownCount + newcomers.count <= Limits.closedBranches
    else { return false }
    closing.formUnion(branch)
    return true
  }

  private func following() -> [EnvelopeID: IncomingEnvelope] {
    var followers: [EnvelopeID: IncomingEnvelope] = [:]
    for incoming in page {
      guard let previous = incoming.envelope?.header.previous, followers[previous] == nil
      else { continue }
      followers[previous] = incoming
    }
    return followers
  }
}
