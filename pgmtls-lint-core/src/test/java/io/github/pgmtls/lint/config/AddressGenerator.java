package io.github.pgmtls.lint.config;

/** Makes address columns, with a mask column where one is needed, most of them right. */
final class AddressGenerator {

    private final Dice dice;

    AddressGenerator(Dice dice) {
        this.dice = dice;
    }

    String columns() {
        return switch (dice.below(12)) {
            case 0, 1 -> dice.word("all all samehost samenet ALL \"all\" al\"l\" all/8 sameuser");
            case 2 -> hostName();
            case 3, 4, 5 -> v4() + "/" + prefix(32);
            case 6 -> v4() + " " + v4();
            case 7, 8 -> v6() + "/" + prefix(128);
            case 9 -> v6() + " " + v6();
            case 10 -> dice.of(v4(), v6()) + dice.of("", "", " " + v6(), " " + v4(), "/", "/x", "/8/8", ",all");
            default -> hostName() + dice.of("", "/8", " 255.0.0.0");
        };
    }

    private String hostName() {
        return dice.word("""
                db.example.org .example.org localhost * *.x [::1] 1.2.3.4:5432 256.1.1.1 1.2.3.4.5 1..2 -1 a_b \"\" \"a\" x%1
                """);
    }

    private String prefix(int limit) {
        int bits = dice.between(0, limit);
        return switch (dice.below(12)) {
            case 0 ->
                dice.word("33 129 -1 +8 08 -0 0x8 8x 255.0.0.0 4294967304 99999999999999999999 00000000000000000008");
            case 1 -> dice.of("0", "32", "128", "64");
            case 2 -> "\"" + dice.of("", " ", "\t", "\f") + bits + dice.of("", " ") + "\"";
            default -> Integer.toString(bits);
        };
    }

    String v4() {
        if (dice.percent(60)) {
            return octet() + "." + octet() + "." + octet() + "." + octet();
        }
        int parts = dice.between(1, 5);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            text.append(i == 0 ? "" : ".").append(number(i == parts - 1 ? 4 - i : 1));
        }
        return text + dice.of("", "", "", "", "", ".", "x", "%lo");
    }

    private String octet() {
        return dice.percent(70) ? dice.word("0 1 10 127 192 168 255") : Integer.toString(dice.below(256));
    }

    /** A number of some bytes, or one too large, in one of the ways to write it. */
    private String number(int bytes) {
        long limit = bytes <= 0 ? 1 : 1L << (8 * Math.min(bytes, 4));
        long value = dice.percent(10) ? limit : (long) (limit * (dice.below(1000) / 1000.0));
        return switch (dice.below(6)) {
            case 0 -> "0" + Long.toOctalString(value);
            case 1 -> dice.of("0x", "0X") + Long.toHexString(value);
            case 2 -> "0x" + Long.toHexString(value).toUpperCase(java.util.Locale.ROOT);
            case 3 -> dice.word("0 00 0x 08 1 8 255 1e1 +1 0b1");
            default -> Long.toString(value);
        };
    }

    String v6() {
        if (dice.percent(30)) {
            return dice.word("::1 :: fe80::1 2001:db8::1 ::ffff:1.2.3.4 ffff:: ff02::1") + zone();
        }
        int words = dice.between(1, 9);
        int gap = dice.percent(60) ? dice.below(words + 1) : -1;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            boolean last = i == words - 1;
            text.append(i == gap ? (i == 0 ? "::" : ":") : "");
            text.append(last && dice.percent(15) ? v4() : word()).append(last ? "" : ":");
        }
        return text + (gap == words ? "::" : "") + dice.of("", "", "", "", ":", "::") + zone();
    }

    private String word() {
        return dice.percent(95)
                ? dice.of("0", "0", "1", "ffff", "db8", "00a", "A", Integer.toHexString(dice.below(0x10000)))
                : dice.of("12345", "g", "", "00000");
    }

    /** Whether a zone with a name exists depends on the machine; that of the loopback interface does. */
    private String zone() {
        return dice.percent(90) ? "" : dice.word("%lo %1 %0 %01 % %1x %4294967295 %4294967296 %%1 %-1");
    }
}
