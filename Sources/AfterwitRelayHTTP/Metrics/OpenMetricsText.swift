/// A text in the format of OpenMetrics 1.0, which Prometheus and others read
/// (https://github.com/prometheus/OpenMetrics/blob/main/specification/OpenMetrics.md).
struct OpenMetricsText {
  /// What a family of figures is.
  enum Kind: String {
    case counter, gauge, histogram
  }

  /// The media type of such a text.
  static let mediaType = "application/openmetrics-text; version=1.0.0; charset=utf-8"

  private var lines: [String] = []
  private var family = ""

  /// The text, whole.
  var text: String { (lines + ["# EOF"]).joined(separator: "\n") + "\n" }

  /// Begins a family, whose figures follow; a unit is the end of its name.
  mutating func begin(_ name: String, _ kind: Kind, unit: String? = nil, _ help: String) {
    family = "afterwit_relay_" + name
    lines.append("# TYPE \(family) \(kind.rawValue)")
    if let unit { lines.append("# UNIT \(family) \(unit)") }
    lines.append("# HELP \(family) \(help)")
  }

  /// Adds a figure to the family that was begun.
  mutating func add(
    _ value: some CustomStringConvertible, ending: String = "",
    labels: KeyValuePairs<String, String> = [:]
  ) {
    let list = labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
    lines.append("\(family)\(ending)\(list.isEmpty ? "" : "{\(list)}") \(value)")
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
