internal import AfterwitEncoding
internal import AfterwitExchange
internal import AfterwitJournal
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

extension DeviceFailure {
  /// Runs a body; whatever it throws becomes a failure of the device.
  static func naming<Value>(_ body: () throws -> Value) throws(DeviceFailure) -> Value {
    do {
      return try body()
    } catch {
      throw DeviceFailure(cause: error)
    }
  }

  /// Runs an asynchronous body; whatever it throws becomes a failure of the device.
  static func naming<Value>(
    _ body: () async throws -> Value
  ) async throws(DeviceFailure) -> Value {
    do {
      return try await body()
    } catch {
      throw DeviceFailure(cause: error)
    }
  }

  /// The failure of the device that an error of a lower floor means.
  init(cause: any Error) {
    switch cause {
    case let failure as DeviceFailure: self = failure
    case let misfit as EditMisfit: self = .edit(misfit)
    case let failure as SourceFailure: self = .source(failure)
    case let failure as PairingFailure: self = .pairing(PairingFact(failure))
    case let failure as RelayFailure: self = .relay(RelayFact(failure))
    case let failure as RelayAddress.Failure: self = .relay(.address(failure))
    case SealingFailure.tooLarge(let bytes):
      self = .writing(.tooLarge(bytes: bytes, limit: Limits.body))
    case let failure as DecodingFailure: self = .storage(.damaged("\(failure)"))
    case let failure as EnvelopeFailure: self = .storage(.damaged("\(failure)"))
    default: self = .storage(StorageFact(StoreFailure(naming: cause)))
    }
  }
}
