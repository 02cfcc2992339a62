internal import AfterwitWire
internal import Synchronization

/// What last failed of the storage: devices are told that they may try again, the operator why.
final class Troubles: Sendable {
  private let last = Mutex<String?>(nil)

  /// How a failure is told to whoever asked; its cause is kept.
  func denial(of error: any Error) -> RelayDenial {
    if let denial = error as? RelayDenial { return denial }
    let isFull = error is StorageFull
    last.withLock { $0 = isFull ? "the disk is full" : "\(error)" }
    return RelayDenial(isFull ? .full : .busy)
  }

  /// The cause of the last failure that was not taken yet.
  func take() -> String? { last.withLock { $0.take() } }
}
