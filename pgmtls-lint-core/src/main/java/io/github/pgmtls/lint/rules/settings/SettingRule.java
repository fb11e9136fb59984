package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.config.EffectiveSetting;
import io.github.pgmtls.lint.config.Setting;
import io.github.pgmtls.lint.config.Settings;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.ByteText;
import java.util.Optional;

/**
 * A rule about the value that a server has for one parameter. Where a file that was not read could still change the
 * value, what would be a finding is only listed as not checked.
 */
abstract class SettingRule implements ClusterRule {

    private final RuleInfo info;
    private final String parameter;

    SettingRule(RuleInfo info, String parameter) {
        this.info = info;
        this.parameter = parameter;
    }

    @Override
    public final RuleInfo info() {
        return info;
    }

    @Override
    public final RuleOutcome check(ClusterContext context) {
        Optional<Settings> settings = context.cluster().settings();
        Optional<EffectiveSetting> effective = settings.flatMap(own -> own.effective(parameter));
        if (settings.isEmpty() || effective.isEmpty() || effective.get().value().isEmpty()) {
            return RuleOutcome.notApplicable("there is no postgresql.conf, or the version knows no " + parameter);
        }
        Value value = new Value(context, info, settings.get(), effective.get());
        Optional<FindingBuilder> finding = judge(value);
        if (finding.isPresent() && !effective.get().isCertain()) {
            return RuleOutcome.inconclusive(parameter + " depends on included files that could not be read");
        }
        return RuleOutcome.of(finding.map(FindingBuilder::build).stream().toList());
    }

    /** Says what is wrong with a value, if something is. */
    abstract Optional<FindingBuilder> judge(Value value);

    /** The value of the parameter, and what else a rule may ask for. */
    record Value(ClusterContext context, RuleInfo info, Settings settings, EffectiveSetting effective) {

        /** Returns it in canonical form. */
        String text() {
            return effective.value().orElse("");
        }

        /** Returns it for people. */
        String words() {
            return ByteText.decode(text());
        }

        /** Tells whether a file sets it, so that it is not the default. */
        boolean isSet() {
            return effective.setting().isPresent();
        }

        /** Returns the canonical value of another parameter; empty if it has none. */
        String other(String name) {
            return settings.value(name).orElse("");
        }

        /** Tells whether TLS is off, so that settings of TLS do nothing. */
        boolean isTlsOff() {
            return context.cluster().tls().filter(on -> !on).isPresent();
        }

        /** Starts a finding at the value or, if it is the default, at the file that could change it. */
        FindingBuilder finding(String message) {
            Location place = effective.setting().map(Setting::valuePlace).orElseGet(() -> Location.of(settings.file()));
            return context.finding(info, place, message);
        }
    }
}
