package io.github.pgmtls.lint.access;

/**
 * A class of connections that no record tells apart, addresses aside: a database, a user, and what else holds for them.
 * A name is {@link #FRESH} if it is one that no record lists: then only general terms match it.
 */
final class Atom {

    static final int FRESH = -1;

    /** In place of a database: physical replication. */
    static final int REPLICATION = -2;

    int database = FRESH;
    int user = FRESH;

    /** Whether database and user have the same name. */
    boolean same;

    /** Whether the user is a member of a role named like the database, which is fresh. */
    boolean memberOfDatabase;

    /** The names of roles that the user is taken to be a member of. */
    final IntList roles = new IntList(4);

    /** The regular expressions that are taken to match the database. */
    final IntList databaseRegexes = new IntList(4);

    /** The regular expressions that are taken to match the user. */
    final IntList userRegexes = new IntList(4);

    /** Host terms that are taken to match the address. */
    final IntList hosts = new IntList(4);

    void clear() {
        database = FRESH;
        user = FRESH;
        same = false;
        memberOfDatabase = false;
        roles.clear();
        databaseRegexes.clear();
        userRegexes.clear();
        hosts.clear();
    }

    Atom copy() {
        Atom copy = new Atom();
        copy.database = database;
        copy.user = user;
        copy.same = same;
        copy.memberOfDatabase = memberOfDatabase;
        copy.roles.addAll(roles);
        copy.databaseRegexes.addAll(databaseRegexes);
        copy.userRegexes.addAll(userRegexes);
        copy.hosts.addAll(hosts);
        return copy;
    }

    boolean hasFreshNames() {
        return database == FRESH || user == FRESH;
    }
}
