internal import AfterwitDevice
internal import FoundationEssentials
internal import Synchronization

extension Ending {
  /// The same ending; a failure says where the text is now that was sent and never asked for.
  ///
  /// What another command sends into this one may exist nowhere else. So where the line says that a
  /// text comes through stdin, and this machine failed before it was taken, it is taken and kept. After
  /// a mistake of the line it is left to whoever reads on.
  func keepingWhatWasSent() -> Ending {
    guard case .failure(let failure) = self, ![.usage, .notFound].contains(failure.code),
      CommandLine.arguments.dropFirst().contains("-"), StandardInput.isSent,
      !StandardInput.wasRead.withLock({ $0 })
    else { return self }
    let input = StandardInput.read()
    guard input.holdsWords else { return self }
    let home = Home.standard(environment: ProcessInfo.processInfo.environment)
    return .failure(failure.keeping(home.keep(input.bytes, environment: .system)))
  }
}
