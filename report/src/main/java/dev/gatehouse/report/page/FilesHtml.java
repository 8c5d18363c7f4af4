package dev.gatehouse.report.page;

import java.util.List;
import java.util.stream.Collectors;

/** Links to the files of the report. */
final class FilesHtml {
    private FilesHtml() {}

    static String of(List<String> files) {
        return "<ul class=\"plain panel files\">"
                + files.stream()
                        .filter(file -> !file.startsWith("designs/"))
                        .map(file -> link(file, file))
                        .collect(Collectors.joining())
                + "</ul>\n";
    }

    /** A file as a line of a list. Its path has only characters that a URL takes as they are. */
    static String link(String file, String name) {
        return "<li><a class=\"mono\" href=\"" + Html.text(file) + "\">" + Html.text(name) + "</a></li>";
    }
}
