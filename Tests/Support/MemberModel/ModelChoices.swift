extension ModelHistory {
  /// Whoever was let in by any act, with effect or not.
  package var cast: [Int] {
    Set(acts.flatMap(\.admits)).sorted()
  }

  /// All acts that may come next: of everybody, on each set of envelopes that is closed downwards.
  package var choices: [ModelAct] {
    var choices: [ModelAct] = []
    for places in stride(from: UInt64(1), through: all, by: 2) where isClosed(places) {
      for author in cast { choices += self.choices(of: author, on: places) }
    }
    return choices
  }

  /// Whether somebody can hold these and no others: what each had seen is among them, and whoever let
  /// its author in.
  package func isClosed(_ places: UInt64) -> Bool {
    places.places.allSatisfy { acts[$0].seen & ~places == 0 }
      && taken(places.places).count == places.nonzeroBitCount
  }

  /// What an author may do that has seen these.
  package func choices(of author: Int, on places: UInt64) -> [ModelAct] {
    let ends = ends(of: own(author, in: places))
    return (ends.isEmpty ? [nil] : ends.map(Optional.some)).flatMap { before in
      doings(ModelAct(author: author, seen: places, before: before))
    }
  }

  private func doings(_ act: ModelAct) -> [ModelAct] {
    func with(_ change: (inout ModelAct) -> Void) -> ModelAct {
      var act = act
      change(&act)
      return act
    }
    var doings = [with { $0.rotates = true }]
    let newcomer = ModelCast.devices.first { !cast.contains($0) }
    let known = cast.filter { ModelCast.devices.contains($0) && $0 != act.author }
    doings += (known + [newcomer].compactMap { $0 }).map { name in with { $0.admits = [name] } }
    let visible = Set(act.seen.places.flatMap { acts[$0].admits }).subtracting([act.author])
    for target in visible.sorted() {
      for kept in cuts(of: target, in: act.seen) {
        doings.append(
          with {
            $0.revokes = [ModelAct.Revocation(target: target, kept: kept)]
            $0.rotates = true
          })
      }
    }
    guard ModelCast.isPaper(act.author) else { return doings }
    if let newcomer { doings += recoveries(act, visible, newcomer) }
    if let paper = ModelCast.papers.first(where: { !cast.contains($0) }) {
      doings.append(
        with {
          $0.admits = [paper]
          $0.revokes = [ModelAct.Revocation(target: act.author, kept: 0)]
          $0.rotates = true
        })
    }
    return doings
  }

  /// The paper lets a new machine in, and shuts out some of the devices, up to what is known of them.
  private func recoveries(_ act: ModelAct, _ visible: Set<Int>, _ newcomer: Int) -> [ModelAct] {
    let devices = visible.filter { !ModelCast.isPaper($0) }.sorted()
    return (1..<1 << devices.count).map { lost in
      var recovery = act
      recovery.admits = [newcomer]
      recovery.revokes = devices.indices.filter { lost >> $0 & 1 == 1 }.map {
        ModelAct.Revocation(target: devices[$0], kept: own(devices[$0], in: act.seen))
      }
      recovery.rotates = true
      return recovery
    }
  }

  /// What a revocation may leave standing: sets of the target's envelopes, each with those before it.
  private func cuts(of target: Int, in places: UInt64) -> [UInt64] {
    let own = own(target, in: places & ~1).places
    return (0..<1 << own.count).compactMap { chosen in
      let kept = own.indices.filter { chosen >> $0 & 1 == 1 }.reduce(UInt64(0)) {
        $0 | 1 << UInt64(own[$1])
      }
      let isWhole = kept.places.allSatisfy { place in
        acts[place].before.map { $0 == 0 || kept.holds($0) } ?? true
      }
      return isWhole ? kept : nil
    }
  }
}
