package dev.gatehouse.aws.graph;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The value of a property in a template. References to other resources are values, so dependencies are read off. */
public sealed interface Value {
    /** A piece of text. */
    static Value text(String text) {
        return new Text(text);
    }

    /** A whole number. */
    static Value number(long number) {
        return new Whole(BigDecimal.valueOf(number));
    }

    /** True or false. */
    static Value truth(boolean truth) {
        return new Truth(truth);
    }

    /** A list. */
    static Value list(Value... items) {
        return new Items(List.of(items));
    }

    /** A list. */
    static Value list(List<? extends Value> items) {
        return new Items(List.copyOf(items));
    }

    /** A list of texts. */
    static Value texts(List<String> texts) {
        return new Items(texts.stream().map(Value::text).toList());
    }

    /** A mapping without keys; {@link Fields#with} adds them. */
    static Fields fields() {
        return new Fields(Map.of());
    }

    /** A mapping of one key. */
    static Fields field(String key, Value value) {
        return fields().with(key, value);
    }

    /** Texts and references, one after the other. */
    static Value joined(Value... parts) {
        return new Composed(List.of(parts));
    }

    /** The Region of the stack. */
    static Value region() {
        return new Pseudo("AWS::Region");
    }

    /** The AWS partition of the stack, {@code aws} in commercial Regions. */
    static Value partition() {
        return new Pseudo("AWS::Partition");
    }

    /** Calls the visitor's method for this kind of value. */
    <R> R accept(ValueVisitor<R> visitor);

    /** This value with each reference in it, at any depth, replaced by what {@code change} gives for it. */
    Value mapped(UnaryOperator<Value> change);

    /** The values that this one consists of; empty for a single one. */
    default Stream<Value> parts() {
        return Stream.of();
    }

    /** The resources that this value refers to, at any depth. */
    default Stream<Reference> references() {
        return parts().flatMap(Value::references);
    }

    /** The names of the parameters that this value reads, at any depth. */
    default Stream<String> parameters() {
        return parts().flatMap(Value::parameters);
    }

    /** A value that refers to a resource of the design. */
    sealed interface Reference extends Value {
        /** The logical id of the resource. */
        String resource();

        @Override
        default Value mapped(UnaryOperator<Value> change) {
            return change.apply(this);
        }

        @Override
        default Stream<Reference> references() {
            return Stream.of(this);
        }
    }

    /** See {@link Value#text}. */
    record Text(String text) implements Value {
        @Override
        public <R> R accept(ValueVisitor<R> visitor) {
            return visitor.text(this);
        }

        @Override
        public Value mapped(UnaryOperator<Value> change) {
            return this;
        }
    }

    /** See {@link Value#number}. */
    record Whole(BigDecimal number) implements Value {
        @Override
        public <R> R accept(ValueVisitor<R> visitor) {
            return visitor.number(this);
        }

        @Override
        public Value mapped(UnaryOperator<Value> change) {
            return this;
        }
    }

    /** See {@link Value#truth}. */
    record Truth(boolean truth) implements Value {
        @Override
        public <R> R accept(ValueVisitor<R> visitor) {
            return visitor.truth(this);
        }

        @Override
        public Value mapped(UnaryOperator<Value> change) {
            return this;
        }
    }

    /** See {@link Value#list(List)}. */
    record Items(List<Value> items) implements Value {
        /** Copies {@code items}. */
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(ValueVisitor<R> visitor) {
            return visitor.items(this);
        }

        @Override
        public Value mapped(UnaryOperator<Value> change) {
            return new Items(items.stream().map(item -> item.mapped(change)).toList());
        }

        @Override
        public Stream<Value> parts() {
            return items.stream();
        }
    }

    /** See {@link Value#fields}. Keys keep their order. */
    record Fields(Map<String, Value> fields) implements Value {
        /** Copies {@code fields} in its order. */
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /** This mapping and one more key, or another value for a key that it has. */
        public Fields with(String key, Value value) {
            Map<String, Value> more = new LinkedHashMap<>(fields);
            more.put(key, value);
            return new Fields(more);
        }

        /** As {@link #with(String, Value)}, for a text. */
        public Fields with(String key, String text) {
            return with(key, Value.text(text));
        }

        /** As {@link #with(String, Value)}, for a whole number. */
        public Fields with(String key, long number) {
            return with(key, Value.number(number));
        }

        /** As {@link #with(String, Value)}, for true or false. */
        public Fields with(String key, boolean truth) {
            return with(key, Value.truth(truth));
        }

        @Override
        public <R> R accept(ValueVisitor<R> visitor) {
            return visitor.fields(this);
        }

        @Override
        public Value mapped(UnaryOperator<Value> change) {
            Map<String, Value> mapped = new LinkedHashMap<>();
            fields.forEach((key, value) -> mapped.put(key, value.mapped(change)));
            return new Fields(mapped);
        }

        @Override
        public Stream<Value> parts() {
            return fields.values().stream();
        }
    }

    /** What {@code Ref} gives for a resource. */
    record Identity(String resource) implements Reference {
        @Override
        public <R> R accept(ValueVisitor<R> visitor) {
            return visitor.identity(this);
        }
    }

    /** What {@code Fn::GetAtt} gives for a resource. */
    record Attribute(String resource, String name) implements Reference {
        @Override
        public <R> R accept(ValueVisitor<R> visitor) {
            return visitor.attribute(this);
        }
    }

    /** The value of a parameter of the template. */
    record Given(String parameter) implements Value {
        @Override
        public <R> R accept(ValueVisitor<R> visitor) {
            return visitor.given(this);
        }

        @Override
        public Value mapped(UnaryOperator<Value> change) {
            return this;
        }

        @Override
        public Stream<String> parameters() {
            return Stream.of(parameter);
        }
    }

    /** A pseudo parameter, such as {@code AWS::Region}. */
    record Pseudo(String name) implements Value {
        @Override
        public <R> R accept(ValueVisitor<R> visitor) {
            return visitor.pseudo(this);
        }

        @Override
        public Value mapped(UnaryOperator<Value> change) {
            return this;
        }
    }

    /** See {@link Value#joined}. Each part is a text, a reference, a parameter or a pseudo parameter. */
    record Composed(List<Value> pieces) implements Value {
        /** Copies the parts. */
        public Composed {
            pieces = List.copyOf(pieces);
        }

        @Override
        public <R> R accept(ValueVisitor<R> visitor) {
            return visitor.composed(this);
        }

        @Override
        public Value mapped(UnaryOperator<Value> change) {
            return new Composed(pieces.stream().map(part -> part.mapped(change)).toList());
        }

        @Override
        public Stream<Value> parts() {
            return pieces.stream();
        }
    }

    /** A list that a resource gives, as one text with {@code delimiter} between its items. */
    record Flattened(String delimiter, Value list) implements Value {
        @Override
        public <R> R accept(ValueVisitor<R> visitor) {
            return visitor.flattened(this);
        }

        @Override
        public Value mapped(UnaryOperator<Value> change) {
            return new Flattened(delimiter, list.mapped(change));
        }

        @Override
        public Stream<Value> parts() {
            return Stream.of(list);
        }
    }

    /**
     * The name of one of the Region's availability zones.
     *
     * @param index from 0
     */
    record ZoneName(int index) implements Value {
        @Override
        public <R> R accept(ValueVisitor<R> visitor) {
            return visitor.zoneName(this);
        }

        @Override
        public Value mapped(UnaryOperator<Value> change) {
            return this;
        }
    }
}
