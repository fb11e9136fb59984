package io.github.pgmtls.lint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.Test;

@MojoTest
class SchemaMojoTest {

    @Inject
    private Log log;

    @Test
    @InjectMojo(goal = "schema")
    @MojoParameter(name = "output", value = "target/schema-mojo-test/pgmtls.schema.json")
    void theSchemaGoesToAFile(SchemaMojo mojo) throws Exception {
        Path file = Path.of("target/schema-mojo-test/pgmtls.schema.json");
        Files.deleteIfExists(file);
        mojo.execute();
        assertThat(file).content().contains("\"urn:pgmtls:policy:1\"");
        verify(log).info(contains("pgmtls.schema.json"));
    }
}
