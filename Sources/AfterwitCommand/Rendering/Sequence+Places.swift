internal import AfterwitDevice

extension Sequence<Writer> {
  /// The machines, each once, this one first.
  var places: [String] {
    let places = reduce(into: [String]()) { places, writer in
      if !places.contains(writer.place) { places.append(writer.place) }
    }
    let here = places.filter { $0 == "this machine" }
    return here + places.filter { $0 != "this machine" }
  }
}

extension Sequence<Review.Side> {
  /// The machines of these sides, each once, this one first.
  var places: [String] { flatMap(\.writers).places }
}
