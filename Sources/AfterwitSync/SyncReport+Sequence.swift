internal import AfterwitEncoding

extension SyncReport {
  /// What this session and a later one did together; it ended as the later one did.
  public func followed(by later: SyncReport) -> SyncReport {
    var both = later
    both.pulled += pulled
    both.pushed += pushed
    both.alreadyHeld += alreadyHeld
    if later.pending == nil { both.waiting += waiting }
    both.unknown += unknown
    both.forged += forged
    both.declined += declined
    both.roundTrips += roundTrips
    both.forkedDevices.formUnion(forkedDevices)
    both.ownForks.formUnion(ownForks)
    both.formerDevices.formUnion(formerDevices)
    both.restored.merge(restored, uniquingKeysWith: +)
    both.generationChanged = generationChanged || later.generationChanged
    return both
  }
}
