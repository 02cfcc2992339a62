internal import AfterwitSealing

extension PairingFact {
  /// The fact behind a failure of a pairing.
  init(_ failure: PairingFailure) {
    switch failure {
    case .impostor, .outOfOrder, .ended: self = .staleInvite
    case .unreadable, .malformed, .proof, .commitment, .cryptography:
      self = .untrusted("\(failure)")
    }
  }
}
