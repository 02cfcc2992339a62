internal import AfterwitDevice

extension PairingWait {
  /// What a person is told meanwhile, and has to do at the other machine.
  var line: String {
    switch self {
    case .answer:
      "Waiting for the other machine: afterwit device invite must still be running there."
    case .confirmation: "Waiting for the other machine: confirm the same four words there, too."
    case .journal: "The other machine said yes; the journal is coming."
    }
  }
}
