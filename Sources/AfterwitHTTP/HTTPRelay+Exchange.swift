internal import AfterwitEncoding
internal import AfterwitSync
internal import AfterwitWire

extension HTTPRelay {
  /// Sends a call and reads its answer, all within the time limit.
  func call<Value: Sendable>(
    _ method: Request.Method, _ path: String, token: Token? = nil, body: [UInt8]? = nil,
    _ decode: ([UInt8]) throws(DecodingFailure) -> Value
  ) async throws(RelayFailure) -> RelayAnswer<Value> {
    let request = Request(
      method: method, url: address + path, token: token, headers: headers, body: body,
      limits: limits)
    let answer = try await exchange(request)
    let generation = try answer.requireGenuine()
    do throws(DecodingFailure) {
      return RelayAnswer(generation: generation, value: try decode(answer.body))
    } catch {
      throw .notARelay("its answer makes no sense at byte \(error.offset): \(error.reason)")
    }
  }

  /// Sends a request and gives what came back, whoever sent it.
  func exchange(_ request: Request) async throws(RelayFailure) -> RawAnswer {
    let exchange = Exchange(of: request)
    let outcome = await withTaskCancellationHandler {
      await exchange.outcome(from: queue)
    } onCancel: {
      exchange.cancel()
      queue.wake()
    }
    do throws(TransferFailure) {
      return try outcome.get()
    } catch {
      throw RelayFailure(describing: error, at: place, limits: limits)
    }
  }
}
