package io.github.pgmtls.lint.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the reader asks for is what the schema describes, no more and no less. */
class PolicyKeysTest {

    private static final SourceFile FILE = SourceFile.ofText("pgmtls.yaml", "{}");
    private static final Path SCHEMA = Path.of("src/main/resources/io/github/pgmtls/lint/policy/pgmtls.schema.json");

    private static final KnownRules NONE = new KnownRules() {
        @Override
        public List<String> ids() {
            return List.of();
        }

        @Override
        public Optional<Known> find(String id) {
            return Optional.empty();
        }
    };

    @Test
    void theSchemaHasEveryKeyOfThePolicy() throws IOException {
        assertThat(properties("/properties"))
                .containsExactlyInAnyOrderElementsOf(asked((reader, top) -> reader.readPolicy(top)));
    }

    @Test
    void theSchemaHasEveryKeyOfACluster() throws IOException {
        assertThat(properties("/properties/clusters/additionalProperties/properties"))
                .containsExactlyInAnyOrderElementsOf(asked((reader, top) -> reader.readCluster("c", top)));
    }

    private static List<String> asked(BiConsumer<PolicyReader, YamlSection> reading) {
        LoadSettings settings = LoadSettings.builder().build();
        YamlSection section =
                new YamlSection(FILE, new Compose(settings).composeString("{}").orElseThrow(), new ArrayList<>());
        reading.accept(new PolicyReader(FILE, NONE), section);
        return section.asked();
    }

    private static List<String> properties(String pointer) throws IOException {
        JsonNode schema = new JsonMapper().readTree(Files.readString(SCHEMA));
        return List.copyOf(schema.at(pointer).propertyNames());
    }
}
