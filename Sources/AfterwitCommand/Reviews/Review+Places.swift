internal import AfterwitDevice
internal import AfterwitEncoding

extension Review.Side {
  /// The machine that the side was written on, as people call it.
  var place: String {
    isLocal ? "this machine" : deviceName ?? "machine \(device.description.prefix(8))"
  }
}

extension Review.Part {
  /// The sides, with those of this machine first.
  var nearestFirst: [Review.Side] { Self.nearestFirst(sides) }

  /// The machines of all sides, each once, this machine first.
  var places: [String] { Self.places(of: sides) }

  /// The machines of all sides but the first, which in a deletion's review is the deletion.
  var otherPlaces: [String] { Self.places(of: sides.dropFirst()) }

  private static func nearestFirst(_ sides: some Sequence<Review.Side>) -> [Review.Side] {
    sides.filter(\.isLocal) + sides.filter { !$0.isLocal }
  }

  private static func places(of sides: some Sequence<Review.Side>) -> [String] {
    nearestFirst(sides).reduce(into: []) { places, side in
      if !places.contains(side.place) { places.append(side.place) }
    }
  }
}
