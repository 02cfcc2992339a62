internal import CCurl
internal import Glibc

/// The thread that makes the calls of one relay, from the first of them to the relay's shutdown.
struct TransferThread: ~Copyable {
  /// The longest sleep; whatever happens wakes it earlier.
  private static let sleep: Int32 = 60_000

  private let queue: TransferQueue
  private let multi: UnsafeMutableRawPointer
  private var transfers: [UnsafeMutableRawPointer: Transfer] = [:]

  /// Begins a thread that serves a queue until it is closed.
  /// - Returns: whether the system had one to give.
  static func begin(serving queue: TransferQueue) -> Bool {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(queue)
    let failed = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        let queue = Unmanaged<TransferQueue>.fromOpaque(context).takeRetainedValue()
        TransferThread.leaveSignals()
        var own = TransferThread(queue)
        own.run()
        return nil
      }, context.toOpaque())
    guard failed == 0 else {
      context.release()
      return false
    }
    pthread_detach(thread)
    return true
  }

  /// Leaves the signals of the process to its other threads; one of a closed connection is an error
  /// of the call that wrote to it.
  private static func leaveSignals() {
    var signals = sigset_t()
    sigfillset(&signals)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  private init(_ queue: TransferQueue) {
    self.queue = queue
    Transfer.prepareLibrary()
    guard let multi = curl_multi_init() else { fatalError("no memory for libcurl") }
    self.multi = multi
    queue.listen(at: multi)
  }

  private mutating func run() {
    while true {
      let (arrived, isClosed) = queue.take()
      for exchange in arrived { begin(exchange) }
      for (handle, transfer) in transfers where isClosed || transfer.exchange.isCancelled {
        end(handle, with: .failure(.cancelled))
      }
      if isClosed { break }
      var count: Int32 = 0
      curl_multi_perform(multi, &count)
      endFinished()
      curl_multi_poll(multi, nil, 0, Self.sleep, nil)
    }
    queue.stopListening()
    curl_multi_cleanup(multi)
    queue.end()
  }

  private mutating func begin(_ exchange: Exchange) {
    let transfer = Transfer(of: exchange)
    transfers[transfer.handle] = transfer
    curl_multi_add_handle(multi, transfer.handle)
  }

  /// Ends the transfers of which libcurl says that they are over.
  private mutating func endFinished() {
    var count: Int32 = 0
    while let message = curl_multi_info_read(multi, &count)?.pointee {
      guard message.msg == CURLMSG_DONE, let handle = message.easy_handle,
        let transfer = transfers[handle]
      else { continue }
      end(handle, with: transfer.outcome(of: message.data.result))
    }
  }

  private mutating func end(_ handle: UnsafeMutableRawPointer, with outcome: Exchange.Outcome) {
    curl_multi_remove_handle(multi, handle)
    transfers.removeValue(forKey: handle)?.exchange.end(outcome)
  }
}
