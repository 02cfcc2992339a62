internal import AfterwitWire

// A device takes about as long to store a page as the relay and the network take to bring the next
// one, so both go on at the same time. An answer that is not needed after all is dropped, because a
// pull or a fetch changes nothing.
extension SyncSession {
  /// The call that the session will most likely ask for when the page that is being admitted is
  /// stored; `nil` if that cannot be told, or if pages have stopped bringing anything new.
  var callAhead: Effect? {
    guard let token = memory.token, progress.barrenPages == 0, progress.stalePages == 0 else {
      return nil
    }
    switch state {
    case .admittingPage(nil):
      return memory.cursor.map { .pull(after: $0, as: token) }
    case .admittingLog(let fetch, .some(let number)):
      return fetch.ranges.first.map { range in
        .fetch(LogRange(device: range.device, first: number, last: range.last), as: token)
      }
    default: return nil
    }
  }
}
