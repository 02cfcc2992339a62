internal import AfterwitEncoding
internal import AfterwitWire

extension RelayService {
  /// Whether a device is a member of a roster, or becomes one by an introduction, and signed.
  ///
  /// To read an introduction takes long, so it is done beside the event loops.
  func introduces(
    _ introduction: [[UInt8]], _ device: DeviceID, to roster: Roster,
    _ hasSigned: @escaping @Sendable (Member) -> Bool
  ) async -> Bool {
    if let member = roster.member(device) { return hasSigned(member) }
    guard !introduction.isEmpty else { return false }
    return await withTaskExecutorPreference(globalConcurrentExecutor) {
      await Self.leads(IntroductionPath(introduction), to: device, from: roster, hasSigned)
    }
  }

  @concurrent
  private static func leads(
    _ introduction: IntroductionPath, to device: DeviceID, from roster: Roster,
    _ hasSigned: @Sendable (Member) -> Bool
  ) async -> Bool {
    guard let member = introduction.member(device), hasSigned(member) else { return false }
    // Nothing of it is believed: no signature is checked before the path is known that leads up to a
    // member of the relay's own, and only what lies on it is folded.
    let chain = introduction.envelopes(to: device, limit: RelayLimits.introduction) {
      roster.member($0) != nil
    }
    return (try? roster.introduced(by: chain))?.member(device) == member
  }
}
