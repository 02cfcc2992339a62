public import AfterwitEncoding

/// Why nobody was shut out or let in.
public enum MembershipFact: Hashable, Sendable {
  /// No device of the journal has this name or id.
  case unknown(String)
  /// Several devices have this name, or an id that begins so.
  case ambiguous(String, [DeviceID])
  /// It is this device itself.
  case oneself
  /// It is out already.
  case isOut(name: String)
  /// It was let in before this device, or at the same time.
  case notYounger(name: String)
  /// This device itself is out.
  case ownExclusion
  /// Something of the journal has not come yet, so nobody can tell what a cut would leave out.
  case incomplete(waiting: Int)
  /// Nothing of this device is set aside.
  case nothingSetAside(name: String)
  /// It is a member still, so it is not forgotten.
  case stillMember(name: String)
  /// This machine is a device of the journal still, so it needs not come back.
  case stillIn
  /// This machine is coming back in, and nobody has let its new keys in yet.
  case rejoining
  /// This machine is in no meeting under new keys.
  case notRejoining
  /// The invite is of another journal than this home's.
  case otherInvite
  /// The recovery secret was replaced by a newer one.
  case voidPaper
  /// The journal holds what only a newer version may pass over.
  case newerVersion
  /// The recovery secret has a mistake, in these of its groups where that can be told.
  case mistypedSecret(groups: [Int])
  /// The recovery secret is of another journal than this home's.
  case otherPaper
  /// The journal is of an earlier version, whose papers lead nowhere.
  case unprovenJournal
  /// The relay knows no journal of this recovery secret.
  case noJournal
  /// What the relay gives is no journal that this recovery secret was made for.
  case otherJournal
  /// The person said that what came is not right.
  case declined

  var code: DeviceFailure.Code {
    switch self {
    case .unknown, .ambiguous: .notFound
    case .oneself, .isOut, .nothingSetAside, .stillMember, .stillIn, .notRejoining: .usage
    case .notYounger, .ownExclusion, .mistypedSecret, .noJournal, .otherJournal,
      .otherInvite, .rejoining, .voidPaper, .otherPaper, .unprovenJournal:
      .authentication
    case .incomplete, .declined, .newerVersion: .failed
    }
  }
}
