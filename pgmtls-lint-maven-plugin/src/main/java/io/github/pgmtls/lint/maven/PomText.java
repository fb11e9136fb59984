package io.github.pgmtls.lint.maven;

import java.util.List;

/** What a pom needs to lint. No text blocks here: the tool that describes the goals does not read them. */
final class PomText {

    private static final List<String> PLUGIN = List.of(
            "<plugin>",
            "  <groupId>io.github.pgmtls</groupId>",
            "  <artifactId>pgmtls-lint-maven-plugin</artifactId>",
            "  <version>@version@</version>",
            "  <executions>",
            "    <execution>",
            "      <goals>",
            "        <goal>verify</goal>",
            "      </goals>",
            "    </execution>",
            "  </executions>",
            "</plugin>");

    private static final List<String> HEAD = List.of(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<project xmlns=\"http://maven.apache.org/POM/4.0.0\">",
            "  <modelVersion>4.0.0</modelVersion>",
            "  <groupId>local</groupId>",
            "  <artifactId>postgresql-configuration</artifactId>",
            "  <version>1</version>",
            "  <packaging>pom</packaging>",
            "  <build>",
            "    <plugins>");

    private static final List<String> TAIL = List.of("    </plugins>", "  </build>", "</project>");

    private PomText() {}

    /** Returns the plugin that lints with {@code mvn verify}. */
    static String plugin(String version, String indent) {
        return lines(PLUGIN, indent).replace("@version@", version);
    }

    /** Returns a project that does nothing but lint. */
    static String project(String version) {
        return lines(HEAD, "") + plugin(version, " ".repeat(6)) + lines(TAIL, "");
    }

    private static String lines(List<String> lines, String indent) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(indent).append(line).append('\n'));
        return text.toString();
    }
}
