internal import AfterwitWire

extension Quota {
  /// The bound that an envelope would go past at the end of a journal; `nil` if it fits.
  func use(
    by envelope: Envelope, of journal: StoredJournal, reserve: inout ControlReserve
  ) -> QuotaUse? {
    let count = UInt64(envelope.byteCount)
    if let bytes, journal.byteCount + count > bytes - min(bytes, RelayLimits.reservedBytes),
      journal.byteCount + count > bytes || !reserve.isFor(envelope)
    {
      return QuotaUse(.bytes, used: journal.byteCount, limit: bytes)
    }
    if let envelopes, journal.end.position >= envelopes, !reserve.isFor(envelope) {
      return QuotaUse(.envelopes, used: journal.end.position, limit: envelopes)
    }
    return nil
  }
}
