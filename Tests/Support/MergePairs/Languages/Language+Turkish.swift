extension Language {
  static let turkish = Language(
    name: "Turkish",
    patterns: [
      "Ben {time} {person} ile {topic} hakkında konuştum.",
      "Görüşmeden sonra {degree} {mood} hissettim.",
      "{person} bana {topic} hakkında soru sordu ve donup kaldım.",
      "{person} aradığında kendimi {mood} hissediyordum.",
      "Önce {topic} kötü gitti, sonra {person} bunu fark etti.",
      "Bir dahaki sefere {topic} için {person} ile hazırlanacağım.",
      "Mülakattan önce kötü uyudum ve {mood} uyandım.",
      "Eve {time} yürüyerek dönmek {person} sayesinde iyi geldi.",
      "Trende {person} ile yan yana oturdum ve {degree} {mood} hissettim.",
      "Kimse tek kelime etmedi, ta ki {person} içeri {mood} girene kadar.",
      "Üç sayfa yazdım ve şimdi {mood} sayılırım.",
      "{opening} parkta uzun süre oturdum, yanımda {person}.",
    ],
    carriers: [
      "Notlarımda {topic} hakkında {value} yazıyor.", "{person} yüksek sesle {value} diye okudu.",
      "Sayfanın en üstünde {value}.",
    ],
    words: [
      .opening: list("Dün Bugün Sonra Nihayet"),
      .mood: list("yorgun sakin kızgın üzgün gururlu gergin umutlu yalnız rahat mahcup"),
      .degree: list("çok oldukça biraz gerçekten epey"),
      .person: list("Ayşe Burak Çiğdem Deniz Elif Fırat Gülşen İlker"),
      .topic: list("maaş sözleşme proje teklif süre sunum sınav ekip izin dosya"),
      .time: list("dün bugün yine sonra erken akşam"),
    ],
    endings: [
      list("plan planı planlar"), list("iş işi işler"), list("soru sorular sorusu"),
      list("yol yolu yollar"), list("ders dersi dersler"), list("söz sözü sözler"),
    ],
    bothEnds: [
      list("huzur önhuzur huzurlu"), list("görüş öngörüş görüşler"), list("bilgi önbilgi bilgiler"),
      list("yargı önyargı yargılar"), list("söz önsöz sözler"),
    ],
    compounds: [list("yarı tam çift"), list("zamanlı günlü vardiyalı")],
    items: [
      "Ayşe’yi ara", "dosyayı güncelle", "mektubu gönder", "kuyrukları oku", "sekiz saat uyu",
      "görüş iste", "sunumu çalış", "pul al", "Burak’a yaz", "çiçekleri sula", "bir saat yürü",
      "kirayı öde",
    ],
    headings: ["Ne oldu", "Ne öğrendim", "Sırada ne var"],
    months: list("Mart Mayıs Haziran Temmuz Ağustos"),
    quotes: ("“", "”"), otherEnd: "!", decimal: ",", thousands: ".")
}
