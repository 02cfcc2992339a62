internal import AfterwitWire

/// What must hold of every history, each by a name.
package enum ModelInvariant: String, Sendable, CaseIterable {
  /// Who holds the same envelopes derives the same, in whatever order they came.
  case order
  /// Who is a member, as the sentences say.
  case members
  /// Which envelopes have effect, as the sentences say; nothing beyond a cut has.
  case effect
  /// Which epochs may be written under, as the sentences say.
  case epochs
  /// Nobody who is out has the key of an epoch that may be written under.
  case readers
  /// An epoch that begins is wrapped to nobody whom its author knew to be out.
  case wraps
  /// Whoever is a member can write.
  case writers
  /// A paper brings the journal back, with all devices lost.
  case paper
  /// Who is named as having let a member in did so first.
  case sponsors
}

/// What a history was found to break, or that the sentences have no answer for it.
struct ModelCheck {
  private let history: ModelHistory
  private let membership: Membership

  /// Looks at a history, all of it in the order in which it is told.
  init(_ history: ModelHistory) {
    self.history = history
    membership = history.membership(Array(history.acts.indices))
  }

  /// The first that it breaks; `nil` if it keeps all.
  /// - Parameter orders: orders of all acts but the genesis, in which the fold must come to the same.
  func broken(orders: [[Int]], _ unanswered: inout Int) -> ModelInvariant? {
    guard orders.allSatisfy({ isSame(history.membership([0] + $0)) }) else { return .order }
    if let broken = againstTheSentences(&unanswered) { return broken }
    let usable = epochs(membership)
    for device in membership.excluded.keys {
      guard let number = ModelCast.numbers[device] else { continue }
      if history.holds(of: number, in: history.all) & usable != 0 { return .readers }
    }
    guard membership.members.allSatisfy(isLetInFirst) else { return .sponsors }
    guard wrapsToMembers else { return .wraps }
    guard membership.members.allSatisfy({ canWrite($0, usable) }) else { return .writers }
    guard paperComesBack else { return .paper }
    return nil
  }

  /// Nothing that the admission which counts had seen let the member in with effect.
  private func isLetInFirst(_ member: Member) -> Bool {
    guard let number = ModelCast.numbers[member.device],
      let named = membership.admissions[member.device],
      let place = history.nodes.firstIndex(where: { $0.id == named })
    else { return false }
    return history.acts[place].admits.contains(number)
      && !history.acts[place].seen.places.contains {
        history.acts[$0].admits.contains(number)
          && membership.valid.contains(history.nodes[$0].id)
      }
  }

  private func isSame(_ other: Membership) -> Bool {
    other.members == membership.members && other.excluded == membership.excluded
      && other.admissions == membership.admissions && other.sponsors == membership.sponsors
      && other.usableEpochs == membership.usableEpochs && other.lastEpochs == membership.lastEpochs
      && other.tips == membership.tips && other.valid == membership.valid
  }

  private func againstTheSentences(_ unanswered: inout Int) -> ModelInvariant? {
    let reference = ReferenceMembers(history.sentences(history.all))
    do {
      let members = try reference.members()
      guard members == Set(membership.members.compactMap { ModelCast.name($0.device) }) else {
        return .members
      }
      var valid: UInt64 = 0
      for place in history.acts.indices {
        let hasEffect = try reference.hasEffect(place)
        guard hasEffect == membership.valid.contains(history.nodes[place].id) else {
          return .effect
        }
        if hasEffect { valid |= 1 << UInt64(place) }
      }
      let out = reference.cast.subtracting(members)
      guard history.usableEpochs(valid, out) == epochs(membership) else { return .epochs }
    } catch {
      unanswered += 1
    }
    return nil
  }

  /// The places of the epochs that may be written under.
  private func epochs(_ membership: Membership) -> UInt64 {
    membership.usableEpochs.reduce(0) { $0 | 1 << (UInt64($1.identity[0]) - 1) }
  }

  /// The last act's author knew who is out, so the sentences are asked about what it had seen.
  private var wrapsToMembers: Bool {
    let place = history.acts.count - 1
    let act = history.acts[place]
    guard act.rotates, place > 0 else { return true }
    let reference = ReferenceMembers(history.sentences(act.seen | 1 << UInt64(place)))
    guard let members = try? reference.members() else { return true }
    return history.wraps[place].allSatisfy { wrap in
      wrap.epoch != place || members.contains(ModelCast.names[wrap.recipient])
    }
  }

  private func canWrite(_ member: Member, _ usable: UInt64) -> Bool {
    guard let number = ModelCast.numbers[member.device] else { return false }
    if history.holds(of: number, in: history.all) & usable != 0 { return true }
    return after(ModelAct(author: number, seen: history.all, before: before(number), rotates: true))
      .isWritten(under: history.acts.count, by: number)
  }

  private var paperComesBack: Bool {
    let papers = membership.members.compactMap { ModelCast.numbers[$0.device] }
      .filter(ModelCast.isPaper)
    return !papers.isEmpty
      && papers.allSatisfy { paper in
        let lost = history.cast.filter { !ModelCast.isPaper($0) }
        let recovery = ModelAct(
          author: paper, seen: history.all, before: before(paper), admits: [ModelCast.last],
          revokes: lost.map {
            ModelAct.Revocation(target: $0, kept: history.own($0, in: history.all))
          }, rotates: true)
        let after = after(recovery)
        let devices = after.membership.members.compactMap { ModelCast.numbers[$0.device] }
          .filter { !ModelCast.isPaper($0) }
        return devices == [ModelCast.last]
          && after.isWritten(under: history.acts.count, by: ModelCast.last)
      }
  }

  private func before(_ number: Int) -> Int? {
    history.ends(of: history.own(number, in: history.all)).last
  }

  private func after(_ act: ModelAct) -> ModelCheck {
    var history = history
    history.write(act)
    return ModelCheck(history)
  }

  private func isWritten(under epoch: Int, by number: Int) -> Bool {
    epochs(membership).holds(epoch) && history.holds(of: number, in: history.all).holds(epoch)
  }
}
