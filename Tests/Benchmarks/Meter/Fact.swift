/// One thing that was measured.
package struct Fact: Sendable {
  private let metric: String
  private let value: Double

  /// A fact by name, with its unit in the name.
  package init(_ metric: String, _ value: Double) {
    self.metric = metric
    self.value = value
  }

  /// Prints it as one line of JSON, with three decimals.
  package func print() {
    let thousandths = (value * 1000).rounded() / 1000
    Swift.print("{\"peer\": \"afterwit\", \"metric\": \"\(metric)\", \"value\": \(thousandths)}")
  }
}
