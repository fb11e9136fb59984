package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.ClusterOverview;
import io.github.pgmtls.lint.Inspection.CertificateRole;
import io.github.pgmtls.lint.Inspection.CertificateView;
import io.github.pgmtls.lint.x509.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When certificates expire, for the HTML report. Positions are in thousandths of the width.
 *
 * @param today where now is
 * @param years the starts of years
 * @param bars the certificates, that which expires first first
 * @param more how many are left out
 */
record HtmlTimeline(int today, List<Year> years, List<Bar> bars, int more) {

    private static final int MOST_BARS = 40;
    private static final int WIDTH = 1000;
    private static final int ROOM_OF_A_WORD = 110;
    private static final Duration BEFORE = Duration.ofDays(365);
    private static final Duration BEHIND = Duration.ofDays(3 * 365);
    private static final int DAYS_OF_A_YEAR = 365;
    private static final Duration SOON = Duration.ofDays(30);

    /** The start of a year. */
    record Year(int at, String name) {}

    /**
     * The time in which a certificate is valid.
     *
     * @param mark its colour: good, soon or expired
     * @param startsBefore whether it was valid before the time that is shown
     * @param endsBehind whether it is valid beyond the time that is shown
     */
    record Bar(
            String name,
            String kind,
            String validity,
            String mark,
            int start,
            int width,
            boolean startsBefore,
            boolean endsBehind) {}

    static HtmlTimeline of(ClusterOverview overview) {
        Instant now = overview.now();
        List<Certificate> certificates = overview.view().certificates().stream()
                .map(CertificateView::certificate)
                .distinct()
                .sorted(Comparator.comparing(Certificate::notAfter))
                .toList();
        List<Bar> bars = certificates.stream()
                .limit(MOST_BARS)
                .map(certificate -> bar(certificate, overview))
                .toList();
        return new HtmlTimeline(position(now, now), years(now), bars, certificates.size() - bars.size());
    }

    private static List<Year> years(Instant now) {
        List<Year> years = new ArrayList<>();
        ZonedDateTime year = now.minus(BEFORE)
                .atZone(ZoneOffset.UTC)
                .withDayOfYear(1)
                .toLocalDate()
                .atStartOfDay(ZoneOffset.UTC)
                .plusYears(1);
        for (; year.toInstant().isBefore(now.plus(BEHIND)); year = year.plusYears(1)) {
            int at = position(year.toInstant(), now);
            boolean hasRoom = Math.abs(at - position(now, now)) > ROOM_OF_A_WORD;
            years.add(new Year(at, hasRoom ? String.valueOf(year.getYear()) : ""));
        }
        return years;
    }

    private static Bar bar(Certificate certificate, ClusterOverview overview) {
        Instant now = overview.now();
        int start = position(certificate.notBefore(), now);
        int end = position(certificate.notAfter(), now);
        String kind = overview.view().certificates().stream()
                .filter(view -> view.certificate().equals(certificate))
                .map(view -> view.role() == CertificateRole.CA ? "CA" : InspectionWords.role(view.role()))
                .findFirst()
                .orElse("");
        return new Bar(
                Visible.text(certificate.subject().toString()),
                kind,
                validity(certificate, now),
                mark(certificate, now),
                start,
                Math.max(4, end - start),
                certificate.notBefore().isBefore(now.minus(BEFORE)),
                certificate.notAfter().isAfter(now.plus(BEHIND)));
    }

    private static String validity(Certificate certificate, Instant now) {
        if (!certificate.hasSoundValidity()) {
            return "never valid";
        }
        if (now.isBefore(certificate.notBefore())) {
            return "from " + day(certificate.notBefore()) + " on";
        }
        long days = Duration.between(now, certificate.notAfter()).toDays();
        String left = days > 2 * DAYS_OF_A_YEAR ? days / DAYS_OF_A_YEAR + " years" : days + " days";
        return now.isBefore(certificate.notAfter())
                ? "until " + day(certificate.notAfter()) + ", " + left + " left"
                : "until " + day(certificate.notAfter()) + ", expired";
    }

    private static String day(Instant time) {
        return time.toString().substring(0, "2026-01-01".length());
    }

    /** Returns how urgent the end of a certificate is. */
    static String mark(Certificate certificate, Instant now) {
        if (!certificate.hasSoundValidity()
                || !now.isBefore(certificate.notAfter())
                || now.isBefore(certificate.notBefore())) {
            return "expired";
        }
        return Duration.between(now, certificate.notAfter()).compareTo(SOON) < 0 ? "soon" : "good";
    }

    private static int position(Instant time, Instant now) {
        Instant first = now.minus(BEFORE);
        Instant last = now.plus(BEHIND);
        if (time.isBefore(first)) {
            return 0;
        }
        if (time.isAfter(last)) {
            return WIDTH;
        }
        return (int) (WIDTH
                * Duration.between(first, time).toSeconds()
                / Duration.between(first, last).toSeconds());
    }
}
