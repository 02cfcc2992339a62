extension Review.Part {
  /// How a person may name its sides.
  var sideNames: [ReviewSideName] {
    sides.map {
      ReviewSideName(number: $0.number, device: $0.device, deviceName: $0.deviceName)
    }
  }
}
