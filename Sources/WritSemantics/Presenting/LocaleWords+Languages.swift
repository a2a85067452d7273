extension LocaleWords {
    static let all: [String: LocaleWords] = [
        "en": english, "zh": chinese, "ja": japanese, "de": german, "fr": french, "es": spanish,
    ]

    private static let english = LocaleWords(
        yes: "yes", no: "no", unknown: "unknown", months: EnglishText.months,
        datePattern: .words(afterDay: "", beforeYear: ""), dateTime: " ", decimal: ".", group: ",",
        units: units(
            [
                ("second", "seconds"), ("minute", "minutes"), ("hour", "hours"), ("day", "days"), ("month", "months"),
                ("year", "years"),
            ], working: { "working " + $0 }))

    private static let chinese = LocaleWords(
        yes: "是", no: "否", unknown: "未知", datePattern: .eastern, dateTime: " ", comma: "、", decimal: ".", group: ",",
        units: units(
            [("秒", "秒"), ("分钟", "分钟"), ("小时", "小时"), ("天", "天"), ("个月", "个月"), ("年", "年")],
            working: { $0 == "天" ? "个工作日" : "工作" + $0 }
        ), partSeparator: " ")

    private static let japanese = LocaleWords(
        yes: "はい", no: "いいえ", unknown: "不明", datePattern: .eastern, dateTime: " ", comma: "、", decimal: ".",
        group: ",",
        units: units(
            [("秒", "秒"), ("分", "分"), ("時間", "時間"), ("日", "日"), ("か月", "か月"), ("年", "年")], gap: "",
            working: { $0 == "日" ? "営業日" : "営業" + $0 }
        ), partSeparator: "")

    private static let german = LocaleWords(
        yes: "ja", no: "nein", unknown: "unbekannt",
        months: [
            "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
            "Dezember",
        ], datePattern: .words(afterDay: ".", beforeYear: ""), dateTime: ", ", decimal: ",", group: ".",
        units: units(
            [
                ("Sekunde", "Sekunden"), ("Minute", "Minuten"), ("Stunde", "Stunden"), ("Tag", "Tage"),
                ("Monat", "Monate"),
                ("Jahr", "Jahre"),
            ], working: { "Arbeits" + $0.lowercased() }))

    private static let french = LocaleWords(
        yes: "oui", no: "non", unknown: "inconnu",
        months: [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
            "décembre",
        ], datePattern: .words(afterDay: "", beforeYear: ""), dateTime: " ", decimal: ",", group: "\u{202F}",
        units: units(
            [
                ("seconde", "secondes"), ("minute", "minutes"), ("heure", "heures"), ("jour", "jours"),
                ("mois", "mois"),
                ("an", "ans"),
            ], working: { french($0) }))

    private static func french(_ unit: String) -> String {
        switch unit {
        case "jour": "jour ouvré"
        case "jours": "jours ouvrés"
        default: unit + " de travail"
        }
    }

    private static let spanish = LocaleWords(
        yes: "sí", no: "no", unknown: "desconocido",
        months: [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
            "noviembre",
            "diciembre",
        ], datePattern: .words(afterDay: " de", beforeYear: " de"), dateTime: ", ", decimal: ",", group: ".",
        groupsFrom: 4,
        units: units(
            [
                ("segundo", "segundos"), ("minuto", "minutos"), ("hora", "horas"), ("día", "días"), ("mes", "meses"),
                ("año", "años"),
            ], working: { spanish($0) }))

    private static func spanish(_ unit: String) -> String {
        switch unit {
        case "día": "día hábil"
        case "días": "días hábiles"
        default: unit + " de trabajo"
        }
    }
}
