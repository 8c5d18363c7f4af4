package dev.gatehouse.model.read;

import dev.gatehouse.model.finding.Nearest;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.unit.Dimension;
import dev.gatehouse.model.unit.Quantity;
import dev.gatehouse.model.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One value of a file, asked for as what it should be: {@link #text}, {@link #integer}, {@link #mapping}, … A value
 * that is something else is a finding, and the answer is empty; the reading goes on, so that all findings come at once.
 */
public final class Value {
    /** The longest text of a value or a key, in characters: longer than anything that somebody writes by hand. */
    static final int LONGEST_TEXT = 2_048;

    private final Reading reading;
    private final String subject;
    private final Node node;

    Value(Reading reading, String subject, Node node) {
        this.reading = reading;
        this.subject = subject;
        this.node = node;
    }

    /** What it is about: {@code models.fraud.path}. */
    public String subject() {
        return subject;
    }

    /** The value as it was read. */
    public Node node() {
        return node;
    }

    /** The value as text. A number or {@code true} must be quoted to be text, so that every reader takes it as text. */
    public Optional<String> text() {
        if (node instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.TEXT) {
            return scalar.text().length() <= LONGEST_TEXT ? Optional.of(scalar.text()) : tooLong(scalar.text());
        }
        boolean quotable = node instanceof ScalarNode scalar && scalar.kind() != ScalarNode.Kind.NULL;
        return wrongKind(
                "text", quotable ? "quote it: \"" + Fields.shown(((ScalarNode) node).text()) + "\"" : "write text");
    }

    /** The value as a bare whole number. */
    public Optional<Integer> integer() {
        if (node instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.INTEGER) {
            try {
                return Optional.of(Integer.parseInt(scalar.text()));
            } catch (NumberFormatException e) {
                return malformed(
                        "'" + Fields.shown(scalar.text()) + "' is no whole number that fits", "", "write digits only");
            }
        }
        return wrongKind("a bare whole number", "write digits, without a unit and without quotes");
    }

    /** The value as {@code true} or {@code false}. */
    public Optional<Boolean> truth() {
        if (node instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.BOOLEAN) {
            return Optional.of(scalar.text().equalsIgnoreCase("true"));
        }
        return wrongKind("true or false", "write true or false");
    }

    /** The value as text in a form; the message of an {@link IllegalArgumentException} becomes the finding. */
    public <T> Optional<T> parsed(Function<String, T> parse, String example) {
        return text().flatMap(text -> attempt(text, parse, "write " + example));
    }

    /** The value as a quantity; one without its unit is a finding that shows the unit to add. */
    public <T> Optional<T> quantity(Dimension dimension, Function<String, T> parse) {
        if (!(node instanceof ScalarNode scalar) || !isQuantity(scalar)) {
            return wrongKind(dimension.words(), "write a number with its unit, such as " + dimension.example());
        }
        String text = scalar.text();
        if (text.length() > LONGEST_TEXT) {
            return tooLong(text);
        }
        if (isCount(text)) {
            List<String> symbols = Unit.symbols(dimension);
            String number = text.strip();
            return broken(
                    ReadRules.NO_UNIT,
                    "'" + number + "' has no unit",
                    "a number without its unit is read as what its reader expects",
                    "write " + number + (dimension == Dimension.RATE ? "" : " ") + usual(dimension) + " (units: "
                            + String.join(", ", symbols) + ")");
        }
        return attempt(text, parse, "write " + dimension.words() + " such as " + dimension.example());
    }

    /** One of the words that {@code words} has as keys; another word is a finding with the nearest of them. */
    public <T> Optional<T> word(Map<String, T> words) {
        Optional<String> text = node instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.TEXT
                ? text()
                : wrongKind("one of " + String.join(", ", words.keySet()), "write one of these words");
        Optional<T> meant = text.flatMap(word -> Optional.ofNullable(words.get(word)));
        if (text.isPresent() && meant.isEmpty()) {
            return broken(
                    ReadRules.UNKNOWN_WORD,
                    "unknown word '" + text.get() + "' for " + subject + Nearest.hint(text.get(), words.keySet()),
                    "",
                    "write one of " + String.join(", ", words.keySet()));
        }
        return meant;
    }

    /** The value as a mapping, read by {@code read}; keys that it did not ask for are findings. */
    public <T> Optional<T> mapping(Function<Fields, T> read) {
        if (!(node instanceof MappingNode mapping)) {
            return wrongKind("a mapping", "write keys with values");
        }
        Fields fields = new Fields(reading, subject, mapping);
        T value = read.apply(fields);
        fields.end();
        return Optional.of(value);
    }

    /** The value as a list; empty after a finding. */
    public List<Value> items() {
        if (!(node instanceof SequenceNode sequence)) {
            wrongKind(
                    "a list",
                    node instanceof ScalarNode scalar ? "write [" + Fields.shown(scalar.text()) + "]" : "write a list");
            return List.of();
        }
        List<Value> items = new ArrayList<>();
        for (Node item : sequence.items()) {
            String name = subject + "[" + items.size() + "]";
            reading.place(name, item.place());
            items.add(new Value(reading, name, item));
        }
        return items;
    }

    /** The value as a list, or as the one item of a list that was left out. */
    public List<Value> itemOrItems() {
        return node instanceof SequenceNode ? items() : List.of(this);
    }

    /** Reports an error about this value, at its place. */
    public void error(RuleId rule, String what, String why, String fix) {
        reading.error(rule, reading.placeOf(subject), subject, what, why, fix);
    }

    private <T> Optional<T> attempt(String text, Function<String, T> parse, String fix) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            int advice = message.indexOf("; write ");
            return advice < 0
                    ? malformed(message, "", fix)
                    : malformed(message.substring(0, advice), "", message.substring(advice + 2));
        }
    }

    private <T> Optional<T> malformed(String what, String why, String fix) {
        return broken(ReadRules.MALFORMED, what, why, fix);
    }

    private <T> Optional<T> wrongKind(String wanted, String fix) {
        String what = (subject.isEmpty() ? "the file" : subject) + " is " + node.described() + ", not " + wanted;
        boolean nothing = node instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.NULL;
        return broken(ReadRules.WRONG_KIND, what, "", nothing ? fix + ", or leave the key out" : fix);
    }

    private <T> Optional<T> broken(RuleId rule, String what, String why, String fix) {
        error(rule, what, why, fix);
        return Optional.empty();
    }

    private <T> Optional<T> tooLong(String text) {
        return malformed(
                "a text of " + text.length() + " characters",
                "nothing here is longer than " + LONGEST_TEXT,
                "shorten it, or quote what follows it");
    }

    private static boolean isQuantity(ScalarNode scalar) {
        return scalar.kind() != ScalarNode.Kind.NULL && scalar.kind() != ScalarNode.Kind.BOOLEAN;
    }

    private static boolean isCount(String text) {
        try {
            return Quantity.parse(text).dimension() == Dimension.COUNT;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String usual(Dimension dimension) {
        return Quantity.parse(dimension.example()).unit().symbol();
    }
}
