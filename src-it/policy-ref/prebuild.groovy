// A repository whose last revision approves of one exemption; the change adds others.
import org.eclipse.jgit.api.Git

Git git = Git.init().setDirectory(basedir).call()
git.add().addFilepattern('pg_hba.conf').addFilepattern('pgmtls.yaml').call()
git.commit()
        .setSign(false)
        .setAuthor('somebody', 'somebody@example.org')
        .setCommitter('somebody', 'somebody@example.org')
        .setMessage('approved')
        .call()
git.close()
new File(basedir, 'pg_hba.conf') << 'host shop app2 10.0.6.0/24 trust # pgmtls:ignore[trust-remote] -- not approved\n'
new File(basedir, 'pgmtls.yaml') << 'rules: {plaintext-record: off}\n'
return true
