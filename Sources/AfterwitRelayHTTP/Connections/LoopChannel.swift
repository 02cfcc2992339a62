internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// An HTTP connection whose requests run on the connection's own event loop.
///
/// A request would otherwise go from the event loop to the pool of Swift's tasks and back for each
/// part that is read or written, and each time a thread is woken. Here it leaves its event loop
/// only where it waits for the storage, which has threads of its own; so a call must not hold its
/// thread for long.
struct LoopChannel: ServerChildChannel {
  let base: HTTP1Channel
  let book: ConnectionBook
  let proxies: TrustedProxies

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
    let peer = channel.remoteAddress?.ipAddress.flatMap { PeerAddress($0) }
    book.open(
      channel, of: peer?.network ?? "", isOfProxy: peer.map(proxies.contains) ?? false)
    channel.closeFuture.whenComplete { [book] _ in book.close(channel) }
    // Several reads of each connection can wait for their turn.
    let reads = AdaptiveRecvByteBufferAllocator(minimum: 1024, initial: 2048, maximum: 16 * 1024)
    // A connection that has ended already takes no option, and a failure here would end the server.
    _ = channel.setOption(.recvAllocator, value: reads)
    return base.setup(channel: channel, logger: logger)
  }

  func handle(value: HTTP1Channel.Value, logger: Logger) async {
    await withTaskExecutorPreference(LoopExecutor(loop: value.channel.eventLoop)) {
      await base.handle(value: value, logger: logger)
    }
  }
}

/// Runs tasks on an event loop, between its other work.
private final class LoopExecutor: TaskExecutor {
  private let loop: any EventLoop

  init(loop: any EventLoop) {
    self.loop = loop
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    loop.execute {
      job.runSynchronously(on: self.asUnownedTaskExecutor())
    }
  }
}
