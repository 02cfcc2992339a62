extension Relay {
  /// The outcome of a call, which is made once.
  func outcome(
    of call: SyncSession.Effect
  ) async -> Result<SyncSession.Event?, RelayFailure> {
    do throws(RelayFailure) {
      return .success(try await answer(call))
    } catch {
      return .failure(error)
    }
  }

  /// Performs an effect on the relay, once; `nil` for an effect on the device.
  func answer(_ effect: SyncSession.Effect) async throws(RelayFailure) -> SyncSession.Event? {
    switch effect {
    case .challenge(let request):
      let answer = try await challenge(request)
      return .challenged(answer.generation, answer.value)
    case .login(let request):
      let answer = try await login(request)
      return .opened(answer.generation, answer.value)
    case .found(let request):
      let answer = try await found(request)
      return .opened(answer.generation, answer.value)
    case .pull(let cursor, let token):
      let answer = try await pull(after: cursor, as: token)
      return .pulled(answer.generation, answer.value)
    case .askHeads(let token):
      let answer = try await heads(as: token)
      return .headsCame(answer.generation, answer.value)
    case .fetch(let range, let token):
      let answer = try await log(
        of: range.device, from: range.first, through: range.last, as: token)
      return .logCame(answer.generation, answer.value)
    case .append(let envelopes, let token):
      let answer = try await append(envelopes, as: token)
      return .appended(answer.generation, answer.value)
    case .recall, .remember, .sign, .readGenesis, .readIntroduction, .compare, .read, .admit,
      .end:
      return nil
    }
  }
}
