internal import AfterwitDevice
internal import AfterwitSync
internal import Glibc

/// `afterwit sync --unattended`: exchanges while anybody has asked for it, and keeps how it ended for
/// `status`; nobody waits for it, and nobody reads what it says.
struct UnattendedSync {
  /// Which home, and how to reach its relay.
  let action: SyncAction

  /// Does it, unless another does.
  func run() async {
    guard let home = try? action.invocation.resolvedHome() else { return }
    Self.takeLeave()
    guard let turn = SyncTurn(inheritedFor: home) ?? SyncTurn(of: home) else { return }
    repeat {
      repeat {
        turn.takeRequests()
        await exchange(at: home)
      } while turn.isRequested
      turn.giveUp()
    } while turn.isRequested && turn.takeAgain()
  }

  /// Leaves the terminal and the folder of the process that began this one.
  private static func takeLeave() {
    setsid()
    chdir("/")
  }

  private func exchange(at home: Home) async {
    // Not the device of this command: what that notices for a person is told before it ends.
    guard let environment = try? Environment.present(),
      let device = try? Device(opening: home, environment: environment)
    else { return }
    let (agreed, sentence) = await outcome(at: device)
    // A journal that is in use for too long is told of the next exchange.
    try? device.keep(
      AutomaticSyncResult(
        milliseconds: environment.nowMilliseconds(), agreed: agreed, sentence: sentence))
    device.close()
  }

  private func outcome(at device: Device) async -> (agreed: Bool, sentence: String) {
    do {
      let route = try Connection.route(of: device, insecure: action.invocation.insecure)
      let report = try await Connection.with(route, limit: action.sessionTime) { relay in
        try await device.syncUnattended(with: relay, timeout: action.sessionTime)
      }
      try report.check()
      return (true, report.line)
    } catch let failure as DeviceFailure {
      return (false, CommandFailure(failure).sentences.happened)
    } catch let failure as CommandFailure {
      return (false, failure.sentences.happened)
    } catch {
      return (false, "It was interrupted.")
    }
  }
}
