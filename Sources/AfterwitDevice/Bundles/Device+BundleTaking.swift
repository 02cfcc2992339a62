internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

extension Device {
  /// Takes in what a bundle brings, as it would come from a relay: each envelope proves itself, and all
  /// that is whole is kept, whatever becomes of the rest.
  ///
  /// - Throws: ``DeviceFailure``; where the file is no bundle of this journal, nothing is taken.
  public func takeBundle(at path: String) async throws(DeviceFailure) -> BundleTaking {
    do {
      return try await take(try ReadFile(path))
    } catch {
      guard let failure = error as? FileFailure else { throw DeviceFailure(cause: error) }
      throw .bundle(.file(.notReadable(path: failure.path, reason: failure.reason)))
    }
  }

  private func take(_ file: ReadFile) async throws -> BundleTaking {
    let replica = try DeviceReplica(self)
    var (reader, taking) = (BundleReader(), BundleTaking(told: SyncReport()))
    var page: [[UInt8]] = []
    var isRead = false
    repeat {
      let bytes = try file.read(Limits.page)
      isRead = bytes.isEmpty
      do throws(Bundle.Failure) {
        if isRead { try reader.finish() } else { try reader.read(bytes, into: &page) }
      } catch {
        isRead = true
        switch error {
        case .notABundle: throw DeviceFailure.bundle(.file(.foreign(path: file.path)))
        case .newer: throw DeviceFailure.bundle(.file(.newer(path: file.path)))
        case .truncated: taking.end = .truncated
        case .damaged: taking.end = .damaged
        }
      }
      guard reader.journal == nil || reader.journal == journal else {
        throw DeviceFailure.bundle(.otherJournal(path: file.path))
      }
      try await admit(&page, to: replica, &taking)
    } while !isRead
    _ = try writeWhatIsDue(
      since: replica.identity, hasAgreed: true, hasPulled: taking.new > 0)
    taking.told = try telling(SyncReport())
    return taking
  }

  private func admit(
    _ page: inout [[UInt8]], to replica: DeviceReplica, _ taking: inout BundleTaking
  ) async throws {
    guard !page.isEmpty else { return }
    let admission = try await replica.admit(carried: replica.incoming(page))
    let forged = admission.malformed + admission.forged.count
    taking.envelopes += page.count
    taking.new += admission.new
    taking.known += admission.alreadyHeld
    taking.waiting += admission.waiting
    taking.forged += forged
    taking.left += page.count - admission.new - admission.alreadyHeld - forged
    page = []
  }
}
