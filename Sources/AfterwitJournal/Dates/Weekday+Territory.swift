extension Weekday {
  // Where a week does not begin with Monday (Unicode CLDR, `supplementalData`, `firstDay`).
  private static let territoriesFromSunday =
    "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX "
    + "MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW"
  private static let territoriesFromSaturday = "AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY"

  /// The day that begins a week where a locale such as `en_US.UTF-8` is used; Monday where it names
  /// no territory, as `C` does.
  public static func first(inLocale locale: String) -> Weekday {
    let parts = locale.prefix { $0 != "." && $0 != "@" }.split(separator: "_")
    guard parts.count > 1, let territory = parts.last, territory.utf8.count == 2 else {
      return .monday
    }
    for (day, territories) in [
      (Weekday.sunday, territoriesFromSunday), (.saturday, territoriesFromSaturday),
    ] where territories.split(separator: " ").contains(territory) {
      return day
    }
    return territory == "MV" ? .friday : .monday
  }
}
