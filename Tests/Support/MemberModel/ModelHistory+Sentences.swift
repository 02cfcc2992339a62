internal import AfterwitEncoding

extension ModelHistory {
  /// Some of the envelopes, closed downwards, as the sentences see them.
  func sentences(_ places: UInt64) -> [ReferenceMembers.Envelope] {
    let chosen = places.places
    let names = ModelCast.names
    func mapped(_ place: Int) -> Int { (places & (1 << UInt64(place) - 1)).nonzeroBitCount }
    return chosen.map { place in
      let act = acts[place]
      return ReferenceMembers.Envelope(
        author: names[act.author], before: act.before.map(mapped),
        seen: Set(act.seen.places.map(mapped)), admits: act.admits.map { names[$0] },
        revokes: act.revokes.map { revocation in
          (
            target: names[revocation.target],
            cut: ends(of: revocation.kept & places).map(mapped)
          )
        })
    }
  }

  /// Which epochs may be written under, read from AW-SEAL-41, where these envelopes have effect and
  /// these are out.
  func usableEpochs(_ valid: UInt64, _ out: Set<String>) -> UInt64 {
    func isOpen(_ epoch: Int) -> Bool {
      out.contains(ModelCast.names[acts[epoch].author]) && !acts[epoch].isRenewal
        || valid.places.contains { place in
          wraps[place].contains {
            $0.epoch == epoch && out.contains(ModelCast.names[$0.recipient])
          }
            || acts[place].rotates
              && bases[place].contains { $0.epoch == epoch && $0.isSealed } && isOpen(place)
        }
    }
    return valid.places.filter { acts[$0].rotates && !isOpen($0) }.reduce(0) {
      $0 | 1 << UInt64($1)
    }
  }
}

extension ModelCast {
  /// The name of a device.
  static func name(_ device: DeviceID) -> String? { numbers[device].map { names[$0] } }
}
