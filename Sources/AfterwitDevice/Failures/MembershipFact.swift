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
  /// The recovery secret has a mistake.
  case mistypedSecret
  /// The relay knows no journal of this recovery secret.
  case noJournal
  /// What the relay gives is no journal that this recovery secret was made for.
  case otherJournal
  /// The person said that what came is not right.
  case declined

  var code: DeviceFailure.Code {
    switch self {
    case .unknown, .ambiguous: .notFound
    case .oneself, .isOut: .usage
    case .notYounger, .ownExclusion, .mistypedSecret, .noJournal, .otherJournal: .authentication
    case .incomplete, .declined: .failed
    }
  }
}
