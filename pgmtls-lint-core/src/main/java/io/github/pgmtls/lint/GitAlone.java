package io.github.pgmtls.lint;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Git without the configuration of the user and of the machine: what is linted must not depend on them, and JGit would
 * start a program to find them.
 */
final class GitAlone extends SystemReader.Delegate {

    private static final ReentrantLock LOCK = new ReentrantLock();

    private GitAlone(SystemReader usual) {
        super(usual);
    }

    /** Something that reads a repository. */
    interface Work<T> {

        T run() throws IOException;
    }

    /** Does something with git, one at a time, since where JGit finds configuration is the same for all threads. */
    static <T> T run(Work<T> work) throws IOException {
        LOCK.lock();
        SystemReader usual = SystemReader.getInstance();
        try {
            SystemReader.setInstance(new GitAlone(usual));
            return work.run();
        } finally {
            SystemReader.setInstance(usual);
            LOCK.unlock();
        }
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    private static final class Nothing extends FileBasedConfig {

        Nothing(Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // there is no file
        }

        @Override
        public void save() {
            // what JGit measures of the file system is not kept
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
