/// Shapes for a page: they fill the room that they are given, and the words stand beside them.
enum ShapeBar {
  /// Stretches of a bar, one behind the other: shares of a whole, each with its class.
  static func stretches(_ parts: [(share: Int, name: String)], of whole: Int, says: String)
    -> String
  {
    var start = 0
    var shapes = rectangle(from: 0, length: 1000, "track")
    for part in parts where part.share > 0 {
      let end = start + part.share
      let edges = (1000 * start / max(1, whole), 1000 * end / max(1, whole))
      shapes += rectangle(from: edges.0, length: edges.1 - edges.0, part.name)
      start = end
    }
    return picture(width: 1000, height: 10, shapes, says: says, class: "bar")
  }

  /// A column of stretches, the first at the foot, as high as its share of the highest.
  static func column(_ parts: [(share: Int, name: String)], of most: Int, says: String) -> String {
    let unit = 120 / Double(max(1, most))
    let total = parts.reduce(0) { $0 + $1.share }
    let height = max(total == 0 ? 0 : 2, Int(Double(total) * unit))
    var foot = 0
    let shapes = parts.filter { $0.share > 0 }.map { part in
      foot += part.share
      let y = total - foot
      return "<rect x=\"0\" y=\"\(y)\" width=\"10\" height=\"\(part.share)\" "
        + "class=\"\(part.name)\"/>"
    }.joined()
    return picture(
      width: 10, height: max(1, total), shapes, says: says, class: "column", pixels: height)
  }

  /// A way from one place on a scale to another.
  static func way(from start: Int, to end: Int, of whole: Int, says: String) -> String {
    let places = (40 + 920 * start / max(1, whole), 40 + 920 * end / max(1, whole))
    let shapes =
      line(from: 40, to: 960, "rail") + line(from: places.0, to: places.1, "way")
      + line(from: places.0, to: places.0, "dot before")
      + line(from: places.1, to: places.1, "dot after")
    return picture(width: 1000, height: 10, shapes, says: says, class: "scale")
  }

  /// A row of weeks that ends with the present one, each as full as its share.
  static func weeks(_ shares: [(part: Int, whole: Int)], of count: Int, says: String) -> String {
    let shapes = shares.enumerated().map { place, share in
      let x = 10 * (count - shares.count + place)
      // Nothing was due in it.
      guard share.whole > 0 else { return week(x, height: 12, "track") }
      return week(x, height: 100, "track") + week(x, height: 100 * share.part / share.whole, "kept")
    }.joined()
    return picture(width: 10 * max(1, count) - 2, height: 100, shapes, says: says, class: "weeks")
  }

  private static func week(_ x: Int, height: Int, _ name: String) -> String {
    "<rect x=\"\(x)\" y=\"\(100 - height)\" width=\"8\" height=\"\(height)\" class=\"\(name)\"/>"
  }

  private static func rectangle(from x: Int, length: Int, _ name: String) -> String {
    "<rect x=\"\(x)\" y=\"0\" width=\"\(length)\" height=\"10\" class=\"\(name)\"/>"
  }

  private static func line(from start: Int, to end: Int, _ name: String) -> String {
    "<path d=\"M\(start) 5H\(end)\" class=\"\(name)\"/>"
  }

  private static func picture(
    width: Int, height: Int, _ shapes: String, says: String, class name: String,
    pixels: Int? = nil
  ) -> String {
    let tall = pixels.map { " height=\"\($0)\"" } ?? ""
    return "<svg class=\"\(name)\"\(tall) viewBox=\"0 0 \(width) \(height)\" "
      + "preserveAspectRatio=\"none\" "
      + "role=\"img\" aria-label=\"\(Markup.escaped(says))\">\(shapes)</svg>"
  }
}
