package io.github.pgmtls.lint.postgres;

import io.github.pgmtls.lint.postgres.ParameterVerdict.Accepted;
import io.github.pgmtls.lint.postgres.ParameterVerdict.Rejected;
import java.util.Optional;

/** One assignment to a parameter, judged as {@code parse_and_validate_value} (guc.c) does it. */
final class ValueJudge {

    private final PostgresVersion version;
    private final Parameter parameter;
    private final String name;

    ValueJudge(PostgresVersion version, Parameter parameter, String writtenName) {
        this.version = version;
        this.parameter = parameter;
        this.name = version.isAtLeast(18) ? parameter.name() : writtenName;
    }

    ParameterVerdict judge(String value) {
        if (parameter.context() == ParameterContext.INTERNAL) {
            return rejected("parameter \"" + name + "\" cannot be changed");
        }
        ParameterVerdict verdict = switch (parameter.type()) {
            case BOOL -> bool(value);
            case INTEGER -> integer(value);
            case REAL -> real(value);
            case STRING -> new Accepted(value);
            case ENUM -> word(value);
        };
        return verdict instanceof Accepted accepted ? new ParameterCheck(version, parameter).check(accepted) : verdict;
    }

    private ParameterVerdict bool(String value) {
        Optional<Boolean> on = Booleans.parse(value);
        return on.isPresent()
                ? new Accepted(on.get() ? "on" : "off")
                : rejected("parameter \"" + name + "\" requires a Boolean value");
    }

    private ParameterVerdict integer(String value) {
        CNumber number = CNumber.whole(value);
        if (version.isAtLeast(12)) {
            char next = number.end() < value.length() ? value.charAt(number.end()) : ' ';
            if (next == '.' || next == 'e' || next == 'E' || number.outOfRange()) {
                number = CNumber.real(value);
            }
            if (number.outOfRange() || Double.isNaN(number.value())) {
                return invalid(value);
            }
        }
        if (number.end() == 0) {
            return invalid(value);
        }
        if (!version.isAtLeast(12) && (number.outOfRange() || !isInt(number.value()))) {
            return tooLarge(value);
        }
        return withUnit(value, number, converted -> {
            double whole = Math.rint(converted);
            return isInt(whole) ? inRange(whole, true) : tooLarge(value);
        });
    }

    private ParameterVerdict real(String value) {
        CNumber number = CNumber.real(value);
        boolean unitAllowed = version.isAtLeast(12);
        if (number.end() == 0
                || number.outOfRange()
                || Double.isNaN(number.value())
                || (!unitAllowed && CNumber.skipBlanks(value, number.end()) < value.length())) {
            return unitAllowed ? invalid(value) : rejected("parameter \"" + name + "\" requires a numeric value");
        }
        return withUnit(value, number, converted -> inRange(converted, false));
    }

    private interface Finish {
        ParameterVerdict judge(double converted);
    }

    private ParameterVerdict withUnit(String value, CNumber number, Finish finish) {
        int start = CNumber.skipBlanks(value, number.end());
        if (start == value.length()) {
            return finish.judge(number.value());
        }
        if (parameter.unit().isEmpty()) {
            return invalid(value);
        }
        Units units = Units.of(version, parameter.unit().get());
        return units.convert(number.value(), value, start)
                .map(finish::judge)
                .orElseGet(() -> new Rejected(invalidText(value), Optional.of(units.hint())));
    }

    private ParameterVerdict inRange(double value, boolean whole) {
        if (value < parameter.minimum() || value > parameter.maximum()) {
            String unit = parameter.unit().map(u -> " " + u).orElse("");
            String near = version.isAtLeast(12) ? unit : "";
            String bounds = version.isAtLeast(17) ? unit : "";
            return rejected(print(value, whole) + near + " is outside the valid range for parameter \"" + name + "\" ("
                    + print(parameter.minimum(), whole) + bounds + " .. " + print(parameter.maximum(), whole) + bounds
                    + ")");
        }
        return new Accepted(print(value, whole));
    }

    private String print(double value, boolean whole) {
        if (Double.isInfinite(value) && !version.isAtLeast(12)) {
            // these versions print with the C library
            return value > 0 ? "inf" : "-inf";
        }
        return whole ? Long.toString((long) value) : CFormat.general(value);
    }

    private ParameterVerdict word(String value) {
        for (String word : parameter.words()) {
            if (equalsIgnoringAsciiCase(word, value)) {
                return new Accepted(word);
            }
        }
        for (String word : parameter.hiddenWords()) {
            if (equalsIgnoringAsciiCase(word, value)) {
                return new Accepted(
                        Booleans.parse(word).map(on -> on ? "on" : "off").orElse(word));
            }
        }
        for (String word : parameter.buildWords()) {
            if (equalsIgnoringAsciiCase(word, value)) {
                return new ParameterVerdict.NotJudged(word, "only some builds of the server take it");
            }
        }
        String hint = "Available values: " + String.join(", ", parameter.words()) + ".";
        return new Rejected(invalidText(value), Optional.of(hint));
    }

    private static boolean equalsIgnoringAsciiCase(String word, String value) {
        return word.length() == value.length() && Parameters.key(word).equals(Parameters.key(value));
    }

    private static boolean isInt(double value) {
        return value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE;
    }

    private ParameterVerdict tooLarge(String value) {
        return new Rejected(invalidText(value), Optional.of("Value exceeds integer range."));
    }

    private ParameterVerdict invalid(String value) {
        return rejected(invalidText(value));
    }

    private String invalidText(String value) {
        return "invalid value for parameter \"" + name + "\": \"" + value + "\"";
    }

    private static ParameterVerdict rejected(String message) {
        return new Rejected(message, Optional.empty());
    }
}
