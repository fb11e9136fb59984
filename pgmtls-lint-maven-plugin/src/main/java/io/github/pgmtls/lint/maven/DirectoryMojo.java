package io.github.pgmtls.lint.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that reads the configuration in a directory, and the policy beside it. */
abstract class DirectoryMojo extends AbstractMojo {

    /**
     * The directory to look in, at any depth.
     */
    @Parameter(property = "pgmtls.directory", defaultValue = "${basedir}")
    private File directory;

    /**
     * The major version of the servers, 10 to 19, where the configuration itself does not name one.
     */
    @Parameter(property = "pgmtls.postgresql")
    private @Nullable Integer postgresql;

    /**
     * The policy, by its path in the directory.
     */
    @Parameter(property = "pgmtls.policy", defaultValue = "pgmtls.yaml")
    private String policy;

    /** Returns the directory to look in. */
    final File directory() {
        return directory;
    }

    /** Returns the path of the policy. */
    final String policy() {
        return policy;
    }

    /** Asks about the directory as of a time, now if it is null. */
    final Request request(@Nullable String now) {
        return request(now, null, HouseRules.withPolicy(policy));
    }

    /** Asks about the directory with all that can be said. */
    final Request request(@Nullable String now, @Nullable List<String> serverNames, HouseRules houseRules) {
        return new Request(directory, postgresql, now, serverNames, houseRules);
    }
}
