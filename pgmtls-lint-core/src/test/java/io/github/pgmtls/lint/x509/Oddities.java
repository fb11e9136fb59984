package io.github.pgmtls.lint.x509;

import static io.github.pgmtls.lint.testing.pki.Rewriting.value;

import io.github.pgmtls.lint.testing.pki.Rewriting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Odd encodings of certificates and revocation lists, by name: changes to the elements of what is signed, or of the
 * whole. Many are against the standards, some against DER, and OpenSSL has its own mind about each.
 */
final class Oddities {

    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;

    /** Places in a TBSCertificate of version 3. */
    private static final int SERIAL = 1;

    private static final int ALGORITHM = 2;
    private static final int ISSUER = 3;
    private static final int VALIDITY = 4;
    private static final int SUBJECT = 5;
    private static final int KEY = 6;

    private final Map<String, Consumer<List<byte[]>>> changes = new LinkedHashMap<>();

    private Oddities() {}

    /** Returns changes to a TBSCertificate whose last element are extensions. */
    static Map<String, Consumer<List<byte[]>>> ofCertificate() {
        Oddities odd = new Oddities();
        odd.numbers();
        odd.times(VALIDITY, 0);
        odd.times(VALIDITY, 1);
        odd.names(ISSUER);
        odd.names(SUBJECT);
        odd.keys();
        odd.change(
                "unique identifiers",
                content -> content.addAll(KEY + 1, List.of(bytes("8102005a"), bytes("820200a5"))));
        odd.change("unsound unique identifier", content -> content.add(KEY + 1, bytes("8100")));
        odd.change("order of elements", content -> content.add(content.remove(SUBJECT)));
        odd.extensions(certificateExtensions());
        return odd.changes;
    }

    /** Returns changes to a TBSCertList with version, nextUpdate, entries and extensions. */
    static Map<String, Consumer<List<byte[]>>> ofList() {
        Oddities odd = new Oddities();
        for (String version : List.of("020100", "020102", "0201ff", "02020001", "0200")) {
            odd.element("version", 0, version);
        }
        odd.change("no version", content -> content.remove(0));
        odd.names(2);
        odd.times(content -> content, 3);
        odd.times(content -> content, 4);
        odd.change("no nextUpdate", content -> content.remove(4));
        odd.change("no entries", content -> content.remove(5));
        odd.element("entries", 5, "3000");
        for (String extension : listEntryExtensions()) {
            odd.change(
                    "entry with " + extension,
                    content -> content.set(5, withEntryExtension(content.get(5), extension)));
        }
        odd.change("no extensions", content -> content.remove(content.size() - 1));
        odd.extensions(listExtensions());
        return odd.changes;
    }

    /** Returns changes to the sequence of what is signed, algorithm and signature. */
    static Map<String, Consumer<List<byte[]>>> ofWhole() {
        Oddities odd = new Oddities();
        for (String algorithm : List.of(
                "300c06082a8648ce3d0403020500",
                "300a06082a8648ce3d040303",
                "300d06092a864886f70d01010b0500",
                "300b06092a864886f70d01010b",
                "300506032b6570",
                "300406022a03",
                "3000")) {
            odd.element("outer algorithm", 1, algorithm);
        }
        odd.change("unused bits", whole -> whole.get(2)[bitsAt(whole.get(2))] = 1);
        odd.change("eight unused bits", whole -> whole.get(2)[bitsAt(whole.get(2))] = 8);
        odd.element("signature", 2, "030100");
        odd.element("signature", 2, "0300");
        odd.element("signature", 2, "03020030");
        odd.change("longer signature", whole -> whole.set(2, longer(whole.get(2), (byte) 0)));
        odd.change("signature as octets", whole -> whole.get(2)[0] = 4);
        odd.change("fourth element", whole -> whole.add(bytes("0500")));
        odd.change("two elements", whole -> whole.remove(2));
        return odd.changes;
    }

    private static int bitsAt(byte[] bitString) {
        return bitString.length - DerContent.length(bitString);
    }

    private static byte[] longer(byte[] bitString, byte more) {
        byte[] content = DerContent.of(bitString);
        return value(3, content, new byte[] {more});
    }

    /** The content of an encoding with a sound length. */
    private static final class DerContent {
        static int length(byte[] encoding) {
            return of(encoding).length;
        }

        static byte[] of(byte[] encoding) {
            try {
                return DerValue.read(encoding).octets();
            } catch (Der.Malformed e) {
                throw new IllegalArgumentException(e);
            }
        }
    }

    private void change(String name, Consumer<List<byte[]>> change) {
        changes.put(name, change);
    }

    private void element(String name, int index, String encoding) {
        change(name + " " + encoding, content -> content.set(index, bytes(encoding)));
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }

    private void numbers() {
        for (String version :
                List.of("a003020100", "a003020101", "a003020103", "a0030201ff", "a00402020002", "a0020200")) {
            element("version", 0, version);
        }
        change("no version", content -> content.remove(0));
        String endless = "0281c8" + "55".repeat(200);
        for (String serial : List.of("020100", "0201fb", "02020001", "0202ff80", "0200", "0a0105", endless)) {
            element("serial", SERIAL, serial);
        }
        for (String algorithm :
                List.of("300c06082a8648ce3d0403020500", "300a06082a8648ce3d040303", "3000", "3005060355040a")) {
            element("inner algorithm", ALGORITHM, algorithm);
        }
    }

    private void times(int at, int which) {
        times(content -> new Inner(content, at), which);
    }

    /** A list of elements that writes through to the sequence that it is. */
    private static final class Inner extends ArrayList<byte[]> {
        private static final long serialVersionUID = 1L;
        private final transient List<byte[]> outer;
        private final int at;

        Inner(List<byte[]> outer, int at) {
            super(Rewriting.elements(outer.get(at)));
            this.outer = outer;
            this.at = at;
        }

        @Override
        public byte[] set(int index, byte[] element) {
            byte[] old = super.set(index, element);
            outer.set(at, Rewriting.sequence(this));
            return old;
        }
    }

    private void times(UnaryOperator<List<byte[]>> within, int which) {
        for (String text : List.of(
                "260101000000Z 2601010000Z 260101000000+0000 260230000000Z 261301000000Z 260101240000Z 260101000060Z"
                        .split(" "))) {
            time(within, which, UTC_TIME, text);
        }
        for (String text : List.of(
                "260101000000z 26010100000Z 500101000000Z 491231235959Z 260615120000Z 260615120001Z 260615115959Z"
                        .split(" "))) {
            time(within, which, UTC_TIME, text);
        }
        for (String text : List.of(
                "20260101000000Z 20260101000000.5Z 202601010000Z 20260101000000 20260101000000+0100 00000101000000Z"
                        .split(" "))) {
            time(within, which, GENERALIZED_TIME, text);
        }
        for (String text : List.of("99991231235959Z 20270229000000Z 20280229000000Z 20260615120000Z".split(" "))) {
            time(within, which, GENERALIZED_TIME, text);
        }
        time(within, which, UTC_TIME, "");
        time(within, which, GENERALIZED_TIME, "260101000000Z");
        time(within, which, UTC_TIME, "20280101000000Z");
        time(within, which, 0x16, "260101000000Z");
    }

    private void time(UnaryOperator<List<byte[]>> within, int which, int tag, String text) {
        byte[] encoding = value(tag, text.getBytes(StandardCharsets.US_ASCII));
        change(
                "time " + which + " " + tag + " " + text,
                content -> within.apply(content).set(which, encoding));
    }

    /** Other spellings of the name {@code O=Acme Inc,CN=Root}, which OpenSSL takes for the same or not, and no names. */
    private void names(int at) {
        List<String> values = new ArrayList<>(List.of("0c04526f6f74", "1304524f4f54", "1606726f2020204f742020"));
        values.add("1e08" + "0052006f006f0074");
        values.add("1c10" + "00000052" + "0000006f" + "0000006f" + "00000074");
        values.add("1404" + "526f6f74");
        values.add("1a06" + "20526f6f7420");
        values.add("1606" + "09526f6f740a");
        values.add("0c06" + "a0526f6f74a0");
        for (String tag : List.of("01", "02", "03", "04", "05", "0a", "12", "17", "18", "19", "1b", "1d", "80", "30")) {
            values.add(tag + "04" + "526f6f74");
        }
        values.addAll(
                List.of("0c00", "1300", "0c02c328", "1e03005200", "1c03000000", "0c04526f6f00", "0300", "05020000"));
        for (String text : values) {
            byte[] attribute = value(0x30, bytes("0603550403"), bytes(text));
            byte[] set = value(0x31, attribute);
            byte[] organization = bytes("3111300f060355040a0c0841636d6520496e63");
            change("name " + at + " " + text, content -> content.set(at, value(0x30, organization, set)));
            change("name turned " + at + " " + text, content -> content.set(at, value(0x30, set, organization)));
        }
        element("name " + at, at, "3000");
        element("name " + at, at, "30023100");
        element("name " + at, at, "300431023000");
        element("name " + at, at, "300b31093007060255040c0141");
        element("name " + at, at, "3100");
    }

    private void keys() {
        for (String key : List.of(
                "3000",
                "3015301306072a8648ce3d020106082a8648ce3d030107",
                "3018301306072a8648ce3d020106082a8648ce3d030107030100",
                "3019301306072a8648ce3d020106082a8648ce3d03010703020000",
                "300f300906072a8648ce3d020103020004",
                "300f300d06092a864886f70d0101010500",
                "301a300d06092a864886f70d0101010500030900300602010f020103",
                "300a300506032b6570030100",
                "300a300406022a0303020000")) {
            element("key", KEY, key);
        }
        change("unused bits of the key", content -> content.set(KEY, withUnusedBits(content.get(KEY))));
        change("explicit parameter of the key", content -> content.set(KEY, withoutParameters(content.get(KEY))));
    }

    private static byte[] withUnusedBits(byte[] key) {
        List<byte[]> parts = Rewriting.elements(key);
        byte[] bits = parts.get(1);
        bits[bitsAt(bits)] = 1;
        return Rewriting.sequence(parts);
    }

    private static byte[] withoutParameters(byte[] key) {
        List<byte[]> parts = Rewriting.elements(key);
        List<byte[]> identifier = Rewriting.elements(parts.get(0));
        parts.set(0, Rewriting.sequence(identifier.subList(0, 1)));
        return Rewriting.sequence(parts);
    }

    /** Takes extensions as their type, whether they are critical (as encoded), and their value, all hexadecimal. */
    private void extensions(List<String> all) {
        change("empty list of extensions", content -> Rewriting.extensions(content, List::clear));
        change("extensions twice", content -> Rewriting.extensions(content, list -> list.addAll(List.copyOf(list))));
        change("first extension twice", content -> Rewriting.extensions(content, list -> list.add(list.get(0))));
        for (String text : all) {
            String[] parts = text.split(" ");
            for (String critical : List.of("", "0101ff", "010100", "010101", "0100", "0500")) {
                byte[] extension = value(0x30, bytes(parts[0]), bytes(critical), value(4, bytes(parts[1])));
                change(
                        "extension " + text + " critical " + critical,
                        content -> Rewriting.extensions(content, list -> {
                            list.removeIf(own -> new String(own, StandardCharsets.ISO_8859_1)
                                    .contains(new String(bytes(parts[0]), StandardCharsets.ISO_8859_1)));
                            list.add(extension);
                        }));
            }
        }
    }

    private static List<String> each(String type, String... values) {
        List<String> all = new ArrayList<>();
        for (String one : values) {
            all.add(type + " " + one);
        }
        return all;
    }

    private static List<String> certificateExtensions() {
        List<String> all = new ArrayList<>();
        all.addAll(each("0603551d0f", "03020780", "03020080", "030100", "0300", "0303078080", "03020880", "04020780"));
        all.addAll(each("0603551d0f", "03020106", "03020186", "0303000086", "23060304000780", "0302078000"));
        all.addAll(
                each("0603551d13", "3000", "30030101ff", "3003020100", "30060101ff0201ff", "30060101ff020100", "0500"));
        all.addAll(
                each("0603551d13", "30050101ff0500", "3003010100", "3003010101", "30800101ff0000", "3006010100020100"));
        all.addAll(each("0603551d25", "3000", "300406022a03", "30060604551d2500", "0500", "300a06082b06010505070302"));
        all.addAll(each("0603551d25", "300a06082b06010505070301", "300a06082b0601050507030200", "30020600"));
        all.addAll(
                each("0603551d11", "3000", "30028200", "30058203610062", "3003870101", "3006870401020304", "30028900"));
        all.addAll(
                each("0603551d11", "3004a4023000", "3003880129", "3005a003300100", "300a8608687474703a2f2f61", "0500"));
        all.addAll(each("0603551d1e", "3000", "3002a000", "3002a100", "3007a0053003820161", "3006a00430028200"));
        all.addAll(each("0603551d1e", "3006a10430028200", "300aa0083006820161800101", "0500"));
        all.addAll(each(
                "0603551d23",
                "3000",
                "30028000",
                "3003800101",
                "3003820105",
                "3004a1028200",
                "3006a104a4023000",
                "0500"));
        all.addAll(each("0603551d0e", "0400", "040101", "0500", "0401"));
        all.addAll(each("0603551d1f", "3000", "30023000", "3006300481020780", "30063004a0028200", "0500"));
        all.addAll(each("0603551d1f", "30083006a004a0028600", "30083006a204a4023000", "30083006a004a1023000"));
        all.addAll(each("0603551d20", "3000", "3006300406022a03", "0500"));
        all.addAll(each("0603551d24", "3000", "3003800100", "0500"));
        all.addAll(each("0603551d36", "020100", "0500"));
        all.addAll(each("06096086480186f8420101", "03020780", "03020640", "03020204", "03020007", "030100", "0500"));
        all.addAll(each("06082b0601050507010e", "30003000", "300c300a06082b06010505071501"));
        all.addAll(each("06092b0601050507300105", "0500", "3000"));
        all.addAll(each("06022a03", "0500", "00"));
        return all;
    }

    private static List<String> listExtensions() {
        List<String> all = new ArrayList<>();
        all.addAll(each("0603551d14", "020101", "0201ff", "0500", "0200"));
        all.addAll(each("0603551d1b", "020101", "0201ff", "0500"));
        all.addAll(
                each("0603551d1c", "3000", "30038101ff", "30038201ff", "30038401ff", "30038501ff", "30068101ff8201ff"));
        all.addAll(each("0603551d1c", "300483020780", "300483020640", "3006a004a0028600", "3006a004a1023000", "0500"));
        all.addAll(each("0603551d1c", "3003810100", "3003840100", "3009a004a00286008101ff"));
        all.addAll(each("0603551d23", "3000", "3003800101", "3003820105", "0500", "3006a104a4023000"));
        all.addAll(each("0603551d2e", "3000"));
        all.addAll(each("0603551d12", "30028200"));
        all.addAll(each("06022a03", "0500", "00"));
        return all;
    }

    /** Extensions of an entry, as those of certificates. */
    private static List<String> listEntryExtensions() {
        List<String> all = new ArrayList<>();
        for (String critical : List.of("", "0101ff")) {
            for (String reason : List.of("00", "01", "06", "07", "08", "0a", "0b", "ff")) {
                all.add("0603551d15" + critical + "04030a01" + reason);
            }
            all.add("0603551d15" + critical + "0403020108");
            all.add("0603551d15" + critical + "04020a00");
            all.add("0603551d15" + critical + "04020500");
            all.add("0603551d18" + critical + "0411180f32303236303130313030303030305a");
            all.add("0603551d1d" + critical + "04023000");
            all.add("0603551d1d" + critical + "040430028200");
            all.add("0603551d1d" + critical + "04083006a40430023100");
            all.add("06022a03" + critical + "04020500");
        }
        return all;
    }

    private static byte[] withEntryExtension(byte[] entries, String extension) {
        List<byte[]> all = Rewriting.elements(entries);
        List<byte[]> first = Rewriting.elements(all.get(0));
        first.add(value(0x30, value(0x30, bytes(extension))));
        all.set(0, Rewriting.sequence(first));
        return Rewriting.sequence(all);
    }
}
