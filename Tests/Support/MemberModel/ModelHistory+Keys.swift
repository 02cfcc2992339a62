extension ModelHistory {
  /// The epochs whose keys somebody has, as some of the envelopes give them: begun, wrapped to it, or
  /// sealed under another that it has.
  ///
  /// It does not matter whether an envelope has effect: a key that was given is not forgotten.
  package func holds(of number: Int, in places: UInt64) -> UInt64 {
    var held: UInt64 = 0
    for place in places.places {
      // Who renews a paper makes the key for others, and the old paper does not keep it.
      if acts[place].author == number, acts[place].rotates, !acts[place].isRenewal {
        held |= 1 << UInt64(place)
      }
      for wrap in wraps[place] where wrap.recipient == number { held |= 1 << UInt64(wrap.epoch) }
    }
    for epoch in places.places.reversed() where held.holds(epoch) {
      for base in bases[epoch] where base.isSealed { held |= 1 << UInt64(base.epoch) }
    }
    return held
  }

  /// Whether a held key opens an epoch's.
  func isOpened(_ epoch: Int, by held: UInt64, in places: UInt64) -> Bool {
    (held & places).places.contains { other in
      bases[other].contains { $0.epoch == epoch && $0.isSealed }
    }
  }
}
