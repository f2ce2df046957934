package com.clientpay.connect.demo;

/**
 * Invented names: words of syllables that mean nothing, companies and cases made of them, and a few of each kind that
 * programs stumble over. The same number always gives the same name.
 */
final class DemoNames {
    private static final String[] HEADS = {
        "Bram", "Tolv", "Quil", "Varn", "Esk", "Morl", "Drav", "Felb", "Grint", "Hask", "Ilv", "Jorv", "Kest", "Lund",
        "Marr", "Nost", "Orl", "Pell", "Rusk", "Selv", "Thorn", "Ulv", "Vex", "Wend", "Yarr", "Zell", "Ard", "Cald",
        "Dunm", "Fenw"
    };
    private static final String[] TAILS = {
        "wick", "erne", "mere", "holt", "aby", "aven", "ish", "orne", "ander", "ely", "oway", "ust", "ingar", "ford",
        "ock", "ombe", "ath", "urn", "illo", "ester", "ova", "adel", "ensk", "ury", "omar", "ette", "alis", "undra",
        "iven", "oster"
    };
    private static final String[] TRADES = {
        "Freight", "Bakery", "Holdings", "Marine Supply", "Foods", "Instruments", "Textiles", "Robotics", "Orchards",
        "Construction", "Analytics", "Pharmacy", "Timber", "Glassworks", "Hotels", "Software", "Energy", "Publishing",
        "Ceramics", "Logistics"
    };
    private static final String[] FORMS = {"LLC", "Inc.", "& Sons", "Group", "Partners LP", "Co."};

    private static final String[] UNUSUAL_CLIENTS = {
        "O'Quarrell & D'Ambrix Shipping, Inc.",
        "Éclatière Pâtisserie du Fjørd SARL",
        "青波商事株式会社",
        "云岭贸易有限公司",
        "한빛솔 주식회사",
        "<b>Bold & Bright</b> Signs \"R\" Us-Not",
        "Žďárovka Škrovád s.r.o.",
        "Ñandubay Española, S.A.",
        "100% Wool_Works [Outlet]",
        "Northfen Holdings LLC",
        "NORTHFEN HOLDINGS LLC",
        "İzgüren Halı A.Ş.",
        "Straßwender Größe GmbH",
        "5th Meridian; DROP & Lift Cranes --",
        "\\Back\\Slash\\ Media",
        "🦉 Owlbarn Studios"
    };
    private static final String[] UNUSUAL_MATTERS = {
        "Estate of D'Ambrix: sale of l'Étang-Noir",
        "青波商事 — 契約書の確認",
        "<script>alert(1)</script> trademark dispute",
        "50% share_purchase (\"Project Heron\")",
        "Ærøvik v. Østermark & Ødeby",
        "Überlassung Straße 12 / Größenänderung"
    };

    static final String[] OFFICES = {"Harborview", "Northgate", "Old Mill", "Riverside"};
    static final String[] PRACTICE_AREAS = {
        "Corporate", "Litigation", "Real Estate", "Employment", "Intellectual Property", "Estate Planning"
    };

    private DemoNames() {}

    /** @param number of the client, from 0 */
    static String client(int number) {
        if (number < UNUSUAL_CLIENTS.length) {
            return UNUSUAL_CLIENTS[number];
        }
        return word(number * 7) + " " + TRADES[number % TRADES.length] + " " + FORMS[number / 13 % FORMS.length];
    }

    /** @param number of the matter, from 0 */
    static String matter(int number) {
        if (number % 50 == 0 && number < 500) {
            return "General advice";
        }
        if (number % 11 == 1 && number / 11 < UNUSUAL_MATTERS.length) {
            return UNUSUAL_MATTERS[number / 11];
        }
        String word = word(number * 3 + 1);
        String other = word(number / 2 + 5);
        return switch (number % 8) {
            case 0 -> "Lease of " + (number % 997 + 1) + " " + word + " Street";
            case 1 -> word + " v. " + other;
            case 2 -> "Sale of unit " + (number / 8 + 1) + ", " + word + " Court";
            case 3 -> "Acquisition of " + word + " " + TRADES[number / 7 % TRADES.length];
            case 4 -> "Patent filing " + (40_000 + number) + " (" + word.toLowerCase(java.util.Locale.ROOT) + " valve)";
            case 5 -> "Employment agreement, " + word + " plant no. " + (number / 900 + 1);
            case 6 -> word + " family trust " + (number / 900 + 1);
            default -> "Claim " + (7_000_000 + number) + " against " + other;
        };
    }

    /** @param number of the attorney, from 0 */
    static String attorney(int number) {
        return (char) ('A' + number % 26) + ". " + word(number * 11 + 3);
    }

    private static String word(int number) {
        int positive = Math.floorMod(number, HEADS.length * TAILS.length);
        return HEADS[positive % HEADS.length] + TAILS[positive / HEADS.length];
    }
}
