internal import AfterwitSync
internal import AfterwitWire

extension RelayFailure {
  /// What it means to a person that there is no answer.
  init(describing failure: TransferFailure, limits: HTTPRelay.TimeLimits) {
    self =
      switch failure {
      case .cancelled: .unreachable("the call was cancelled")
      case .noConnection: .unreachable("no connection to it could be made")
      case .connectTimeout:
        .unreachable("no connection within \(min(limits.connect, limits.call))")
      case .callTimeout: .unreachable("no whole answer within \(limits.call)")
      case .closed: .unreachable("the connection was closed without an answer")
      case .brokenOff: .notARelay("its answer broke off or is not HTTP")
      case .tooLong: .notARelay("its answer is longer than \(Limits.message) bytes")
      }
  }
}
