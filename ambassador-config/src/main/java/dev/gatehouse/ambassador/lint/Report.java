package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Place;
import java.util.ArrayList;
import java.util.List;

/** Takes the findings of one rule. */
final class Report {
    private final About about;
    private final List<Finding> findings = new ArrayList<>();

    Report(About about) {
        this.about = about;
    }

    /**
     * Adds a finding.
     *
     * @param subject what it is about
     * @param place where it is to be mended
     * @param what what is the case; the subject's name is put before it unless it is in it, for an "it" at the
     *     beginning
     * @param why what will happen
     * @param fix what to write instead
     */
    void add(Written subject, Place place, String what, String why, String fix) {
        findings.add(
                new Finding(about.id(), about.severity(), place, subject.subject(), named(subject, what), why, fix));
    }

    private static String named(Written subject, String what) {
        if (what.startsWith("it ")) {
            return subject.subject() + what.substring("it".length());
        }
        return what.startsWith(subject.kind().word() + " " + subject.name()) ? what : subject.subject() + ": " + what;
    }

    List<Finding> findings() {
        return findings;
    }
}
