internal import AfterwitWire

// Storing a page takes a device about as long as the next one takes the relay and the network, so
// the two go on at the same time. An answer that was not wanted after all is dropped: a pull and a
// fetch change nothing.
extension SyncSession {
  /// The call that will be asked for once what is being admitted is stored, unless that brings a
  /// surprise; `nil` where none can be told, or pages have stopped to bring anything new.
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
