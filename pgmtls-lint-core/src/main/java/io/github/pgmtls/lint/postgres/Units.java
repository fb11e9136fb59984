package io.github.pgmtls.lint.postgres;

import java.util.List;
import java.util.Optional;

/**
 * The units that numbers of parameters can have, and their conversion (the tables {@code *_unit_conversion_table} and
 * {@code convert_to_base_unit} in guc.c).
 */
final class Units {

    /** A unit name holds at most this many bytes. */
    private static final int MAX_LENGTH = 3;

    private static final double KB = 1024;

    /** A unit and its size in bytes or microseconds. */
    private record Unit(String name, double size) {}

    private static final List<Unit> MEMORY = List.of(
            new Unit("TB", KB * KB * KB * KB),
            new Unit("GB", KB * KB * KB),
            new Unit("MB", KB * KB),
            new Unit("kB", KB),
            new Unit("B", 1));

    private static final List<Unit> TIME = List.of(
            new Unit("d", 86_400e6),
            new Unit("h", 3_600e6),
            new Unit("min", 60e6),
            new Unit("s", 1e6),
            new Unit("ms", 1e3),
            new Unit("us", 1));

    private static final double BLOCK = 8 * KB;

    private final PostgresVersion version;
    private final List<Unit> units;
    private final double base;

    private Units(PostgresVersion version, List<Unit> units, double base) {
        this.version = version;
        this.units = units;
        this.base = base;
    }

    /** Returns the units of a parameter whose plain numbers are in the given unit. */
    static Units of(PostgresVersion version, String baseUnit) {
        if (baseUnit.equals("8kB")) {
            return new Units(version, memory(version), BLOCK);
        }
        List<Unit> units = isMemory(baseUnit) ? memory(version) : time(version);
        for (Unit unit : units) {
            if (unit.name().equals(baseUnit)) {
                return new Units(version, units, unit.size());
            }
        }
        throw new IllegalArgumentException("not a unit of PostgreSQL " + version + ": " + baseUnit);
    }

    private static boolean isMemory(String unit) {
        return unit.endsWith("B");
    }

    private static List<Unit> memory(PostgresVersion version) {
        return version.isAtLeast(11) ? MEMORY : MEMORY.subList(0, 4);
    }

    private static List<Unit> time(PostgresVersion version) {
        return version.isAtLeast(12) ? TIME : TIME.subList(0, 5);
    }

    /** Returns the server's hint about the units it takes, smallest first. */
    String hint() {
        StringBuilder names = new StringBuilder("Valid units for this parameter are ");
        for (int i = units.size() - 1; i >= 0; i--) {
            names.append('"').append(units.get(i).name()).append('"');
            names.append(i == 0 ? "." : i == 1 ? ", and " : ", ");
        }
        return names.toString();
    }

    /**
     * Converts a number with the unit that follows it to the base unit; nothing if the unit is none of these.
     *
     * @param text the text of the value
     * @param start where the unit starts
     */
    Optional<Double> convert(double number, String text, int start) {
        int end = start;
        while (end < text.length() && !CNumber.isBlank(text.charAt(end)) && end - start < MAX_LENGTH) {
            end++;
        }
        if (CNumber.skipBlanks(text, end) != text.length()) {
            return Optional.empty();
        }
        String name = text.substring(start, end);
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).name().equals(name)) {
                return Optional.of(version.isAtLeast(12) ? rounded(number, i) : whole(number, units.get(i)));
            }
        }
        return Optional.empty();
    }

    /** From 12 on a fraction is rounded to the next smaller unit: {@code 30.1GB} is 30822 MB. */
    private double rounded(double number, int index) {
        double converted = number * factor(units.get(index));
        if (index + 1 < units.size()) {
            double smaller = factor(units.get(index + 1));
            converted = Math.rint(converted / smaller) * smaller;
        }
        return converted;
    }

    /** Up to 11 only whole numbers are calculated with: {@code 1999ms} is 1 s. */
    private double whole(double number, Unit unit) {
        long value = (long) number;
        long converted = unit.size() < base ? value / (long) (base / unit.size()) : value * (long) factor(unit);
        return converted;
    }

    private double factor(Unit unit) {
        return unit.size() / base;
    }
}
