package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.policy.RuleOption;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.rules.Rule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.catalog.RuleCatalog;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.core.JsonGenerator;

/** The JSON schema of {@code pgmtls.yaml}, by which editors complete and check it; with all rules and their options. */
public final class PolicySchema {

    private final JsonGenerator json;

    private PolicySchema(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the schema (draft 2020-12). */
    public static void write(Appendable out) throws IOException {
        Json.write(out, json -> new PolicySchema(json).write());
    }

    private void write() {
        json.writeStartObject();
        text("$schema", "https://json-schema.org/draft/2020-12/schema");
        text("$id", "urn:pgmtls:policy:1");
        text("title", "pgmtls.yaml");
        text("description", "What the files of PostgreSQL servers cannot tell, and what a team demands of them.");
        closed(() -> {
            reference("postgresql", "version");
            property("path-mappings", "Server path to path in the repository.", () -> {
                text("type", "object");
                object("propertyNames", () -> text("pattern", "^/"));
                object("additionalProperties", () -> text("type", "string"));
            });
            reference("kept-elsewhere", "texts");
            property(
                    "server-build",
                    "What the servers' builds lack.",
                    () -> closed(() -> listOf("without", keywords(AuthMethod::isBuildDependent))));
            reference("openssl", "openssl");
            property("clusters", "By name.", () -> {
                text("type", "object");
                object("additionalProperties", this::cluster);
            });
            property("rules", "What is said about rules, by id.", () -> closed(this::rules));
            property("suppress", "Findings that the team lives with.", () -> arrayOf(this::suppression));
        });
        object("$defs", this::definitions);
        json.writeEndObject();
    }

    private void cluster() {
        closed(() -> {
            property("directory", "Where its files are; empty for the top.", () -> text("type", "string"));
            reference("postgresql", "version");
            reference("openssl", "openssl");
            reference("server-names", "texts");
            reference("client-certificates", "texts");
            property("client-certificates-complete", "Whether these are all there are.", () -> text("type", "boolean"));
            reference("certificate-clients", "texts");
            property(
                    "client-ca",
                    "The CA of the clients, in ssl_ca_file.",
                    () -> closed(() -> property(
                            "dedicated",
                            "Whether it issues certificates for this server alone.",
                            () -> text("type", "boolean"))));
            reference("superusers", "texts");
            property("roles", "By role, its direct members.", () -> {
                text("type", "object");
                object("additionalProperties", () -> closed(() -> reference("members", "texts")));
            });
            property("expect", "What must hold of who gets in.", () -> arrayOf(this::expectation));
        });
    }

    private void expectation() {
        json.writeArrayPropertyStart("oneOf");
        json.writeStartObject();
        closed(
                () -> {
                    who();
                    property("using", "The method that decides.", () -> words("enum", keywords(method -> true)));
                },
                "using");
        json.writeEndObject();
        json.writeStartObject();
        closed(
                () -> {
                    property("nobody", "What nobody can do.", () -> text("const", "without-client-certificate"));
                    property("except", "Who may.", () -> arrayOf(() -> closed(this::who)));
                },
                "nobody");
        json.writeEndObject();
        json.writeEndArray();
    }

    private void who() {
        reference("user", "name");
        reference("database", "name");
        property("from", "A network or an address.", () -> text("type", "string"));
    }

    private void rules() {
        for (Rule rule : RuleCatalog.all()) {
            property(rule.info().id(), rule.info().summary(), () -> rule(rule.info()));
        }
    }

    private void rule(RuleInfo info) {
        List<String> severities = Arrays.stream(Severity.values())
                .filter(severity -> info.exemptible() || severity.isAtLeast(info.severity()))
                .map(Severity::word)
                .toList();
        Runnable section = () -> closed(() -> {
            object("severity", () -> words("enum", severities));
            info.options().forEach(this::option);
        });
        if (!info.exemptible()) {
            section.run();
            return;
        }
        json.writeArrayPropertyStart("oneOf");
        json.writeStartObject();
        text("const", "off");
        json.writeEndObject();
        json.writeStartObject();
        section.run();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void option(RuleOption option) {
        property(option.name(), option.meaning(), () -> {
            text("type", "integer");
            json.writeNumberProperty("minimum", option.least());
            json.writeNumberProperty("maximum", option.most());
            json.writeNumberProperty("default", option.usual());
        });
    }

    private void suppression() {
        List<String> ids = RuleCatalog.all().stream()
                .map(Rule::info)
                .filter(RuleInfo::exemptible)
                .map(RuleInfo::id)
                .sorted()
                .toList();
        closed(
                () -> {
                    object("rule", () -> words("enum", ids));
                    reference("cluster", "text");
                    property("match", "A pattern of the line's words or of the path.", () -> text("type", "string"));
                    reference("reason", "text");
                    property("until", "The last day, in UTC.", () -> {
                        text("type", "string");
                        text("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
                    });
                },
                "rule",
                "reason");
    }

    private void definitions() {
        object("version", () -> {
            text("description", "The major version of PostgreSQL.");
            text("type", "integer");
            json.writeNumberProperty("minimum", PostgresVersion.OLDEST);
            json.writeNumberProperty("maximum", PostgresVersion.NEWEST);
        });
        object("openssl", () -> {
            text("description", "The OpenSSL of the server.");
            closed(() -> {
                property("version", "Such as 1.1.1 or 3.0.", () -> words("type", List.of("string", "number")));
                property("security-level", "Of OpenSSL.", () -> {
                    text("type", "integer");
                    json.writeNumberProperty("minimum", 0);
                    json.writeNumberProperty("maximum", 5);
                });
            });
        });
        object("text", () -> {
            text("type", "string");
            text("pattern", "\\S");
        });
        object("texts", () -> {
            words("type", List.of("string", "array"));
            object("items", () -> text("type", "string"));
        });
        object("name", () -> {
            text("description", "A name, not a pattern; all if left out.");
            text("type", "string");
            text("pattern", "^[^/+@]");
        });
    }

    private static List<String> keywords(Predicate<AuthMethod> wanted) {
        return Arrays.stream(AuthMethod.values())
                .filter(wanted)
                .map(AuthMethod::keyword)
                .toList();
    }

    /** An object with certain keys and no others. */
    private void closed(Runnable properties, String... required) {
        text("type", "object");
        json.writeBooleanProperty("additionalProperties", false);
        if (required.length > 0) {
            words("required", List.of(required));
        }
        object("properties", properties);
    }

    private void arrayOf(Runnable items) {
        text("type", "array");
        object("items", items);
    }

    private void listOf(String name, List<String> words) {
        object(name, () -> {
            words("type", List.of("string", "array"));
            object("items", () -> words("enum", words));
        });
    }

    private void property(String name, String description, Runnable content) {
        object(name, () -> {
            text("description", description);
            content.run();
        });
    }

    private void reference(String name, String definition) {
        object(name, () -> text("$ref", "#/$defs/" + definition));
    }

    private void object(String name, Runnable content) {
        json.writeObjectPropertyStart(name);
        content.run();
        json.writeEndObject();
    }

    private void words(String name, List<String> words) {
        json.writeArrayPropertyStart(name);
        words.forEach(json::writeString);
        json.writeEndArray();
    }

    private void text(String name, String value) {
        json.writeStringProperty(name, value);
    }
}
