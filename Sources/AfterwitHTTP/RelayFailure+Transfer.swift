internal import AfterwitSync
internal import AfterwitWire

extension RelayFailure {
  /// What it means to a person that there is no answer.
  init(
    describing failure: TransferFailure, at address: RelayAddress, limits: HTTPRelay.TimeLimits
  ) {
    self =
      switch failure {
      case .noName: .unreachable(.unknownName(address.host))
      case .noProxyName: .unreachable(.unknownProxy)
      case .noConnection(let reason):
        .unreachable(
          .noConnection(
            to: address.authority, reason: reason,
            mayBeProxy: address.isSecure && ProxyVariables.isAnySet))
      case .untrusted(let flaw): .unreachable(.untrusted(host: address.host, flaw))
      case .noTLS: .unreachable(.noTLS(address.authority))
      case .refusedByProxy(let status): .unreachable(.refusedByProxy(status: status))
      case .cancelled: .unreachable(.silence("the call was cancelled"))
      case .connectTimeout:
        .unreachable(.silence("no connection within \(min(limits.connect, limits.call))"))
      case .callTimeout: .unreachable(.silence("no whole answer within \(limits.call)"))
      case .closed: .unreachable(.silence("the connection was closed without an answer"))
      case .brokenOff: .notARelay("its answer broke off or is not HTTP")
      case .tooLong: .notARelay("its answer is longer than \(Limits.message) bytes")
      }
  }
}
