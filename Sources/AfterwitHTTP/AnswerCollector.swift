internal import AfterwitWire
internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import Synchronization

/// Takes in an answer as it comes, within ``Limits/message``.
final class AnswerCollector: HTTPClientResponseDelegate {
  private struct State {
    var head: HTTPResponseHead?
    var body: [UInt8] = []
  }

  private let state = Mutex(State())

  /// Whether the head of an answer has come.
  var hasBegun: Bool { state.withLock { $0.head != nil } }

  func didReceiveHead(
    task: HTTPClient.Task<RawAnswer>, _ head: HTTPResponseHead
  ) -> EventLoopFuture<Void> {
    state.withLock { $0.head = head }
    return task.eventLoop.makeSucceededVoidFuture()
  }

  func didReceiveBodyPart(
    task: HTTPClient.Task<RawAnswer>, _ part: ByteBuffer
  ) -> EventLoopFuture<Void> {
    let fits = state.withLock { state in
      guard state.body.count + part.readableBytes <= Limits.message else { return false }
      part.withUnsafeReadableBytes { state.body.append(contentsOf: $0) }
      return true
    }
    guard fits else { return task.eventLoop.makeFailedFuture(AnswerIsTooLong()) }
    return task.eventLoop.makeSucceededVoidFuture()
  }

  func didFinishRequest(task: HTTPClient.Task<RawAnswer>) throws -> RawAnswer {
    try state.withLock { state in
      guard let head = state.head else { throw AnswerBrokeOff() }
      return RawAnswer(status: head.status.code, headers: head.headers, body: state.body)
    }
  }
}

/// The answer passes ``Limits/message``.
struct AnswerIsTooLong: Error {}
