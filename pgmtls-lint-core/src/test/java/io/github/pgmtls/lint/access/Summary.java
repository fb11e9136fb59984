package io.github.pgmtls.lint.access;

/**
 * Everything asked about every record, counted. Who takes some of a record's connections matters most if he decides
 * otherwise, so that any other one is asked for only where there is none of those.
 */
record Summary(
        int shadowed,
        int unmatchable,
        int partly,
        int redundant,
        int reachNotDecided,
        int takenNotDecided,
        int redundancyNotDecided) {

    static Summary of(Reachability reachability) {
        int shadowed = 0;
        int unmatchable = 0;
        int partly = 0;
        int redundant = 0;
        int taken = 0;
        int redundancy = 0;
        for (int i = 0; i < reachability.records().size(); i++) {
            Reach reach = reachability.reach(i);
            shadowed += reach instanceof Reach.Shadowed ? 1 : 0;
            unmatchable += reach instanceof Reach.Unmatchable ? 1 : 0;
            if (reach instanceof Reach.Reachable) {
                Deciders by = reachability.contradictedBy(i);
                if (by.all().isEmpty()) {
                    by = reachability.takenBy(i, d -> true);
                }
                partly += by.all().isEmpty() ? 0 : 1;
                taken += by.complete() ? 0 : 1;
                Redundancy answer = reachability.redundancy(i);
                redundant += answer == Redundancy.REDUNDANT ? 1 : 0;
                redundancy += answer == Redundancy.NOT_DECIDED ? 1 : 0;
            }
        }
        return new Summary(shadowed, unmatchable, partly, redundant, reachability.notDecided(), taken, redundancy);
    }
}
