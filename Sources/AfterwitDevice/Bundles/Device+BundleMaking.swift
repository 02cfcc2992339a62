internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitWire

extension Device {
  /// Writes envelopes into a new file, for a machine that no relay connects with this one.
  ///
  /// - Parameter typed: the device that it is for, which gets what it is not known to hold; `nil` for
  ///   everything.
  /// - Throws: ``DeviceFailure``; then there is no file.
  public func makeBundle(
    at path: String, for typed: String?
  ) throws(DeviceFailure) -> BundleReport {
    do {
      let file = try NewFile(path, mark: environment.draftMark())
      do {
        let report = try write(to: file, for: typed)
        try file.finish()
        return report
      } catch {
        file.abandon()
        throw error
      }
    } catch {
      guard let failure = error as? FileFailure else { throw DeviceFailure(cause: error) }
      throw .bundle(.file(PortableFact(writing: failure)))
    }
  }

  private func write(to file: NewFile, for typed: String?) throws -> BundleReport {
    try store.read { transaction in
      let device = try typed.map { try transaction.device(named: $0) }
      guard try device != transaction.identity().device else {
        throw DeviceFailure.bundle(.oneself)
      }
      let known = try device.map { try transaction.heads(knownOf: $0) } ?? Heads()
      let ids = try transaction.envelopesLacking(in: known).map(\.id)
      let damaged = try transaction.damaged(among: ids, genesis: genesis).withSuccessors
      var writer = BundleWriter()
      try file.append(writer.begin(journal))
      var count = 0
      for id in ids where !damaged.contains(id) {
        guard let bytes = try transaction.envelopeBytes(id) else { continue }
        try file.append(writer.write(bytes))
        count += 1
      }
      try file.append(writer.finish())
      return BundleReport(envelopes: count, device: device, damaged: damaged.count)
    }
  }
}
