package dev.gatehouse.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of documentation with the commands of its {@code console} blocks.
 *
 * <pre>
 * $ ./gatehouse lint examples/platforms/iris.yaml
 * …
 * 1 note in 1 platform spec
 * $ echo $?
 * 0
 * </pre>
 *
 * <p>A line that is {@code …} stands for any number of lines, {@code …} within a line for any characters; a command
 * without any line below it may print what it likes. A command may go on over several lines behind {@code \}, read with
 * {@code < file} and write with {@code > file}. Commands of other programs are passed over.
 *
 * @param file the page
 * @param lines its lines
 * @param commands its commands, in order
 */
record ConsolePage(Path file, List<String> lines, List<Command> commands) {
    /**
     * One command.
     *
     * @param line where it begins, from 1
     * @param text what is typed, on one line
     * @param from the index of the first line of its output
     * @param output the lines that it shall print
     */
    record Command(int line, String text, int from, List<String> output) {
        /** Whether the output is as the page says; trailing blanks don't count. */
        boolean isMetBy(String printed) {
            return output.isEmpty() || pattern().matcher(normal(printed)).matches();
        }

        boolean isExact() {
            return output.stream().noneMatch(expected -> expected.contains("…"));
        }

        private Pattern pattern() {
            StringBuilder pattern = new StringBuilder();
            for (String expected : output) {
                if (expected.strip().equals("…")) {
                    pattern.append("(?:.*\n)*?");
                } else {
                    for (String literal : expected.stripTrailing().split("(?=…)|(?<=…)", -1)) {
                        pattern.append(literal.equals("…") ? ".*?" : Pattern.quote(literal));
                    }
                    pattern.append('\n');
                }
            }
            return Pattern.compile(pattern.toString());
        }
    }

    static ConsolePage read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, UTF_8);
            return new ConsolePage(file, lines, commands(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Command> commands(List<String> lines) {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals("```console")) {
                int end = i + 1;
                while (end < lines.size() && !lines.get(end).strip().equals("```")) {
                    end++;
                }
                addAll(commands, lines, i + 1, end);
                i = end;
            }
        }
        return commands;
    }

    private static void addAll(List<Command> commands, List<String> lines, int from, int to) {
        int i = from;
        while (i < to) {
            if (!lines.get(i).startsWith("$ ")) {
                i++;
                continue;
            }
            int line = i + 1;
            StringBuilder text = new StringBuilder(lines.get(i++).substring(2).strip());
            while (text.toString().endsWith("\\") && i < to) {
                text.setLength(text.length() - 1);
                text.append(lines.get(i++).strip());
            }
            int output = i;
            while (i < to && !lines.get(i).startsWith("$ ")) {
                i++;
            }
            commands.add(new Command(line, text.toString(), output, List.copyOf(lines.subList(output, i))));
        }
    }

    /** The output with no blanks at line ends and one line feed at its end. */
    static String normal(String printed) {
        StringBuilder lines = new StringBuilder();
        printed.lines().forEach(line -> lines.append(line.stripTrailing()).append('\n'));
        return lines.toString();
    }
}
